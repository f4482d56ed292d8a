package dev.perfloop.load.checks;

/**
 * What a statement did on the target, all its calls together.
 *
 * @param query its normalised text; empty where it was not read
 * @param totalMs time of execution, planning left out
 */
public record StatementCount(
        long queryId,
        String query,
        long calls,
        double totalMs,
        long rows,
        long blocksHit,
        long blocksRead,
        long walBytes) {
    static final StatementCount NONE = new StatementCount(0, "", 0, 0, 0, 0, 0, 0);

    /** What came since; where the counters were reset in between, what came since then. */
    StatementCount since(StatementCount earlier) {
        return calls < earlier.calls
                ? this
                : new StatementCount(
                        queryId,
                        query,
                        calls - earlier.calls,
                        totalMs - earlier.totalMs,
                        rows - earlier.rows,
                        blocksHit - earlier.blocksHit,
                        blocksRead - earlier.blocksRead,
                        walBytes - earlier.walBytes);
    }
}
