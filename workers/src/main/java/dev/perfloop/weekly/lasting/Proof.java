package dev.perfloop.weekly.lasting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept change as its run left it.
 *
 * @param index the name of its index with its schema, quoted; null for what is none
 * @param rate  requests a second of the load test that proved it
 */
record Proof(
        String id,
        String runId,
        String kind,
        String statement,
        @Nullable String index,
        Instant appliedAt,
        List<String> requests,
        @Nullable Double beforeMs,
        @Nullable Double afterMs,
        @Nullable Double rate) {}
