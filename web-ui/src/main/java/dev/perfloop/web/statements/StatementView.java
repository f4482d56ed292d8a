package dev.perfloop.web.statements;

import dev.perfloop.web.rows.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * What one statement did on the target's database during the profiling load.
 *
 * @param dbTimeShare its share of all statement time, 0 to 1
 * @param details longest call, time on disks and in JIT, temporary blocks; empty when not captured
 * @param planFrom how its plan was obtained; absent when there is none
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
        RawJson details,
        @Nullable String planFrom) {}
