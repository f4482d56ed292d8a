package dev.perfloop.profiling.postgres;

import dev.perfloop.profiling.StatementFacts.Details;
import org.jspecify.annotations.Nullable;

/** One statement's counters since they were last reset, all roles together. */
public record StatementCounters(
        long queryId,
        String query,
        long calls,
        double totalMs,
        long rows,
        long sharedBlocksHit,
        long sharedBlocksRead,
        long tempBlocks,
        long walBytes,
        Details details) {

    public StatementCounters withoutText() {
        return new StatementCounters(
                queryId, "", calls, totalMs, rows, sharedBlocksHit, sharedBlocksRead, tempBlocks, walBytes, details);
    }

    /** What was added since; a counter that went back was reset in between, so that all of it is new. */
    public StatementCounters since(@Nullable StatementCounters start) {
        if (start == null || calls < start.calls || totalMs < start.totalMs) {
            return this;
        }
        return new StatementCounters(
                queryId,
                query,
                calls - start.calls,
                totalMs - start.totalMs,
                rows - start.rows,
                sharedBlocksHit - start.sharedBlocksHit,
                sharedBlocksRead - start.sharedBlocksRead,
                tempBlocks - start.tempBlocks,
                walBytes - start.walBytes,
                details.since(start.details));
    }
}
