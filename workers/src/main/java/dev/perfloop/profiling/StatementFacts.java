package dev.perfloop.profiling;

/**
 * What one normalised statement did in the window.
 *
 * @param tempBlocks  blocks of temporary files read and written
 * @param dbTimeShare share of the database time of all statements of the service, 0 to 1
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
        double dbTimeShare) {

    /** Blocks of tables and indexes looked at in one call, from the cache or not. */
    public double blocksPerCall() {
        return calls == 0 ? 0 : (double) (sharedBlocksHit + sharedBlocksRead) / calls;
    }

    public double rowsPerCall() {
        return calls == 0 ? 0 : (double) rows / calls;
    }
}
