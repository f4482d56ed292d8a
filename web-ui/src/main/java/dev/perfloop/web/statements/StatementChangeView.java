package dev.perfloop.web.statements;

import org.jspecify.annotations.Nullable;

/**
 * What one statement did in the load tests that stand for before and after the changes.
 *
 * @param before absent where it was not among the heavy ones, or was not called
 */
record StatementChangeView(
        String queryId,
        String query,
        @Nullable CountsView before,
        @Nullable CountsView after) {

    /** All its calls together. */
    record CountsView(long calls, double totalMs, long rows, long blocksHit, long blocksRead, long walBytes) {}
}
