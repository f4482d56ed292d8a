package dev.perfloop.web.statements;

import dev.perfloop.web.rows.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * What one statement did on the target's database during the profiling load.
 *
 * @param dbTimeShare its share of all statement time, 0 to 1
 * @param planFrom how the plan was obtained; absent with the plan
 */
record StatementView(
        String queryId,
        String query,
        long calls,
        double totalMs,
        double meanMs,
        long rows,
        long sharedBlksHit,
        long sharedBlksRead,
        long tempBlks,
        long walBytes,
        double dbTimeShare,
        @Nullable String planFrom,
        @Nullable RawJson plan) {}
