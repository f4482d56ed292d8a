package dev.perfloop.web.loads;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.rows.RawJson;
import io.swagger.v3.oas.annotations.media.Schema;
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
        @Schema(implementation = Allowed.LoadPhase.class) String phase,
        @Schema(implementation = Allowed.LoadProfile.class) String profile,
        int round,
        int attempt,
        @Schema(implementation = Allowed.LoadStatus.class) String status,
        @Nullable String invalidReason,
        Instant startedAt,
        @Nullable Instant steadyFrom,
        @Nullable Instant endedAt,
        RawJson config,
        @Nullable RawJson result,
        List<LoadCheckView> checks,
        @Nullable String reportUrl) {

    /**
     * One thing that was looked at.
     *
     * @param state FINE, SPOILED, NOTED or NOT_LOOKED_AT
     */
    record LoadCheckView(
            String subject,

            @Schema(implementation = Allowed.LoadCheckState.class)
            String state,

            String words) {}
}
