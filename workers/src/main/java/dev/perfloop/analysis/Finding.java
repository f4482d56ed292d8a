package dev.perfloop.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A cause, with what proves it and what would mend it.
 *
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
    static Finding observed(
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
