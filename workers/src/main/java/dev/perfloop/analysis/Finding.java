package dev.perfloop.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A cause, with what proves it and what would mend it.
 *
 * @param id         kind and subject, as a detector gives it; the run comes in front when it is kept
 * @param rank       1 is the first to act on; 0 until causes are ranked
 * @param impact     share of the gap to the missed objectives it explains, 0 to 100
 * @param gainLowPct lower end of the estimated reduction of the time all requests take, in percent; null when not estimated
 */
public record Finding(
        String id,
        int rank,
        String kind,
        Layer layer,
        double impact,
        Confidence confidence,
        Priority priority,
        Effort effort,
        String summary,
        @Nullable Double gainLowPct,
        @Nullable Double gainHighPct,
        Evidence evidence,
        @Nullable Proposal proposal) {

    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    public enum Priority {
        HIGH,
        MEDIUM,
        LOW
    }

    /** From a change of minutes to a redesign; the order counts. */
    public enum Effort {
        QUICK,
        COMPLEX,
        ARCHITECTURE
    }

    /** An observation that nobody is asked to act on automatically. */
    public static Finding observed(
            String id,
            String kind,
            Layer layer,
            double impact,
            Confidence confidence,
            Effort effort,
            String summary,
            Evidence evidence) {
        return new Finding(
                id, 0, kind, layer, impact, confidence, Priority.LOW, effort, summary, null, null, evidence, null);
    }

    /** The same, its id made the run's own. */
    Finding inRun(String run) {
        return named(run + "-" + id);
    }

    Finding named(String newId) {
        return new Finding(
                newId,
                rank,
                kind,
                layer,
                impact,
                confidence,
                priority,
                effort,
                summary,
                gainLowPct,
                gainHighPct,
                evidence,
                proposal);
    }

    /** The same with figures that can be kept: what is not a number claims nothing. */
    Finding withinBounds() {
        Double low = gainLowPct;
        Double high = gainHighPct;
        var bounded = ranked(rank, bounded(impact), priority);
        return low == null || high == null
                ? bounded
                : bounded.gaining(Math.min(bounded(low), bounded(high)), bounded(high));
    }

    private static double bounded(double percent) {
        return Double.isNaN(percent) ? 0 : Math.clamp(percent, 0, 100);
    }

    /** @param lowPct of the time all requests take, as the record has it */
    public Finding gaining(double lowPct, double highPct) {
        return new Finding(
                id,
                rank,
                kind,
                layer,
                impact,
                confidence,
                priority,
                effort,
                summary,
                lowPct,
                highPct,
                evidence,
                proposal);
    }

    public Finding proposing(@Nullable Proposal mend) {
        return new Finding(
                id,
                rank,
                kind,
                layer,
                impact,
                confidence,
                priority,
                effort,
                summary,
                gainLowPct,
                gainHighPct,
                evidence,
                mend);
    }

    public Finding resting(Evidence on) {
        return new Finding(
                id,
                rank,
                kind,
                layer,
                impact,
                confidence,
                priority,
                effort,
                summary,
                gainLowPct,
                gainHighPct,
                on,
                proposal);
    }

    Finding ranked(int newRank, double newImpact, Priority newPriority) {
        return new Finding(
                id,
                newRank,
                kind,
                layer,
                newImpact,
                confidence,
                newPriority,
                effort,
                summary,
                gainLowPct,
                gainHighPct,
                evidence,
                proposal);
    }
}
