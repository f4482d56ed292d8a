package dev.perfloop.validation;

import java.util.List;

/** What a gate found, guard by guard. */
record GateVerdict(GuardResult result, String reason, List<GuardCheck> checks) {

    /** Not when a single guard cannot be told whatever is measured: it would stay between the gate and a pass. */
    boolean moreDataHelps() {
        var open = checks.stream()
                .filter(check -> check.result() == GuardResult.INCONCLUSIVE)
                .toList();
        return result == GuardResult.INCONCLUSIVE
                && !open.isEmpty()
                && open.stream().allMatch(GuardCheck::moreDataHelps);
    }
}
