package dev.perfloop.web.loads;

import dev.perfloop.web.rows.RawJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One load profile driven once.
 *
 * @param steadyFrom when the warm-up was over; only what came after counts
 * @param checks what was looked at besides the latencies, once the test has ended
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
        List<CheckView> checks,
        @Nullable String reportUrl) {

    /**
     * One thing that was looked at.
     *
     * @param state FINE, SPOILED, NOTED or NOT_LOOKED_AT
     */
    record CheckView(String subject, String state, String words) {}
}
