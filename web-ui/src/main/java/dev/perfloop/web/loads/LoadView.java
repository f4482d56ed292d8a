package dev.perfloop.web.loads;

import dev.perfloop.web.rows.RawJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One load profile driven once.
 *
 * @param steadyFrom when the warm-up was over; only what came after counts
 * @param reportUrl Gatling's own report, when it wrote one
 */
record LoadView(
        String id,
        String phase,
        String profile,
        int round,
        int attempt,
        String status,
        @Nullable String invalidReason,
        Instant startedAt,
        @Nullable Instant steadyFrom,
        @Nullable Instant endedAt,
        RawJson config,
        @Nullable RawJson result,
        @Nullable String reportUrl) {}
