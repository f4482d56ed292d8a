package dev.perfloop.report;

import dev.perfloop.run.RunOutcome;

/** Which outcome each end event of a run's process stands for; the ids are the model's. */
final class EndEvents {
    private EndEvents() {}

    /** @param elementId {@code EndEvent_<Outcome>}, a further suffix after an underscore allowed */
    static RunOutcome outcomeOf(String elementId) {
        String name = elementId.replaceFirst("^EndEvent_", "").replaceFirst("_.*$", "");
        return switch (name) {
            case "TargetsMet", "TargetsMetWithoutChange" -> RunOutcome.TARGETS_MET;
            case "Acceptable" -> RunOutcome.ACCEPTABLE;
            case "RolledBack" -> RunOutcome.ROLLED_BACK;
            case "Escalated" -> RunOutcome.ESCALATED;
            case "Rejected" -> RunOutcome.REJECTED;
            case "Inconclusive" -> RunOutcome.INCONCLUSIVE;
            case "Held" -> RunOutcome.GUARDS_HELD;
            case "Regressed" -> RunOutcome.GUARDS_BROKEN;
            case "Calibrated" -> RunOutcome.CALIBRATED;
            case "Cancelled" -> RunOutcome.CANCELLED;
            default -> throw new IllegalStateException("No outcome is known for the end event " + elementId);
        };
    }
}
