package dev.perfloop.faults;

import dev.perfloop.analysis.Diagnosis;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import java.util.List;
import java.util.Locale;

/**
 * How a case came out.
 *
 * @param rank of the right cause; 0 when it was not found. For a control, 0 is right.
 */
record Score(Fault fault, int rank, String first, double seconds) {

    static Score of(Fault fault, Diagnosis.Result result, double seconds) {
        List<Finding> findings = result.findings();
        int rank = 0;
        for (int i = 0; i < findings.size() && rank == 0; i++) {
            if (fault.healthy() ? alarms(findings.get(i)) : names(fault, findings.get(i))) {
                rank = i + 1;
            }
        }
        String first = result.objectivesMet()
                ? "objectives met"
                : findings.isEmpty()
                        ? "no finding; "
                                + (result.bottlenecks().isEmpty()
                                        ? "no bottleneck"
                                        : result.bottlenecks().getFirst())
                        : word(findings.getFirst());
        return new Score(fault, rank, first, seconds);
    }

    boolean right() {
        return fault.healthy() ? rank == 0 : rank == 1;
    }

    boolean inTopThree() {
        return fault.healthy() ? rank == 0 : rank >= 1 && rank <= 3;
    }

    static String word(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%s (%.0f, %s) %s",
                finding.kind(),
                finding.impact(),
                finding.confidence(),
                finding.summary().replaceAll("\\s+", " "));
    }

    private static boolean names(Fault fault, Finding finding) {
        String all = (finding.summary() + finding.evidence() + finding.proposal()).toLowerCase(Locale.ROOT);
        return fault.kinds().contains(finding.kind()) && all.contains(fault.mention());
    }

    /** Above "low": a proposal worth applying, or a claim that is more than a hint. */
    private static boolean alarms(Finding finding) {
        return finding.confidence() != Confidence.LOW && finding.priority() != Finding.Priority.LOW;
    }
}
