package dev.perfloop.analysis.index;

import dev.perfloop.profiling.StatementFacts;
import java.util.List;

/**
 * An index worth proposing, with the statements it serves, the one it saves most time first.
 *
 * @param indexBytes estimated size
 * @param writeNote  what the index costs writers; empty when the table was not written to
 */
public record Advice(IndexCandidate candidate, List<Use> uses, double indexBytes, String writeNote) {

    /**
     * @param savedShare    share of the statement's planned cost, 0 to 1
     * @param method        how it was priced
     * @param proven        true when the blocks the statement read say that it scans the table in reality
     * @param statisticsMissing true when the columns were never analysed
     */
    public record Use(
            StatementFacts statement,
            String nodeType,
            String filter,
            double estimatedRows,
            double nodeCost,
            double newCost,
            double savedShare,
            double keptShare,
            String method,
            boolean proven,
            boolean statisticsMissing) {

        /** Database time saved in the window, in milliseconds, when cost were time. */
        public double savedMs() {
            return statement.totalMs() * savedShare;
        }
    }
}
