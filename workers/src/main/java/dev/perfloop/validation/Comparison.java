package dev.perfloop.validation;

import java.util.List;

/**
 * What the changes achieved.
 *
 * @param objectivesMet false also when it could not be told
 * @param gainSharePct  share of the way to the missed objectives that was covered, 0 to 100
 * @param moreRuns      how many more runs of this length an inconclusive verdict still needs, as an estimate
 */
record Comparison(
        Verdict verdict,
        boolean objectivesMet,
        double gainSharePct,
        int moreRuns,
        String reason,
        List<MetricVerdict> metrics) {

    enum Verdict {
        IMPROVED,
        UNCHANGED,
        REGRESSED,
        INCONCLUSIVE
    }

    /** What is measured is kept, what it tells is left for a later round. */
    Comparison notJudgedBefore(int later) {
        return new Comparison(
                Verdict.INCONCLUSIVE,
                objectivesMet,
                gainSharePct,
                moreRuns,
                "Judged again after round " + later + ": each look is a chance of a false alarm",
                metrics);
    }
}
