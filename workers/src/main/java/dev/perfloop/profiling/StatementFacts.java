package dev.perfloop.profiling;

/**
 * What one normalised statement did in the window.
 *
 * @param tempBlocks  blocks of temporary files read and written
 * @param dbTimeShare share of the database time of all statements of the service, 0 to 1
 * @param details     what is not needed for ranking
 */
public record StatementFacts(
        long queryId,
        String query,
        long calls,
        double totalMs,
        double meanMs,
        long rows,
        long sharedBlocksHit,
        long sharedBlocksRead,
        long tempBlocks,
        long walBytes,
        double dbTimeShare,
        Details details) {

    public StatementFacts {
        details = details == null ? Details.UNKNOWN : details;
    }

    /**
     * @param maxMs        slowest call since the statistics were reset, not only in the window
     * @param stddevMs     of the calls since the reset
     * @param planMs       time spent planning; 0 while pg_stat_statements.track_planning is off
     * @param readMs       time spent reading blocks; 0 while track_io_timing is off, as is the next
     * @param blocksDirtied shared blocks
     * @param tempRead     blocks of temporary files
     */
    public record Details(
            double maxMs,
            double stddevMs,
            double planMs,
            double readMs,
            double writeMs,
            long blocksDirtied,
            long tempRead,
            long tempWritten,
            double jitMs) {
        public static final Details UNKNOWN = new Details(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** What was added since. Slowest call and spread cannot be told apart: they stay those since the reset. */
        public Details since(Details start) {
            return new Details(
                    maxMs,
                    stddevMs,
                    Math.max(0, planMs - start.planMs),
                    Math.max(0, readMs - start.readMs),
                    Math.max(0, writeMs - start.writeMs),
                    Math.max(0, blocksDirtied - start.blocksDirtied),
                    Math.max(0, tempRead - start.tempRead),
                    Math.max(0, tempWritten - start.tempWritten),
                    Math.max(0, jitMs - start.jitMs));
        }
    }

    public StatementFacts(
            long queryId,
            String query,
            long calls,
            double totalMs,
            double meanMs,
            long rows,
            long sharedBlocksHit,
            long sharedBlocksRead,
            long tempBlocks,
            long walBytes,
            double dbTimeShare) {
        this(
                queryId,
                query,
                calls,
                totalMs,
                meanMs,
                rows,
                sharedBlocksHit,
                sharedBlocksRead,
                tempBlocks,
                walBytes,
                dbTimeShare,
                Details.UNKNOWN);
    }

    /** Blocks of tables and indexes looked at in one call, from the cache or not. */
    public double blocksPerCall() {
        return calls == 0 ? 0 : (double) (sharedBlocksHit + sharedBlocksRead) / calls;
    }

    public double rowsPerCall() {
        return calls == 0 ? 0 : (double) rows / calls;
    }
}
