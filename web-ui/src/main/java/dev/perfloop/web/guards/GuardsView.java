package dev.perfloop.web.guards;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What verified runs promise of a target.
 *
 * @param lifted what became of guards that were there before, in words; absent where nothing is to say
 */
record GuardsView(
        String target, List<GuardView> guards, @Nullable String lifted) {

    /**
     * @param request empty for all requests together
     * @param ceiling milliseconds, or a share of requests for ERROR_RATE
     * @param rate arrivals a second that it was measured at
     * @param looserCeiling what the newest verified run would have set; absent unless it is above the ceiling
     */
    record GuardView(
            @Schema(implementation = Allowed.LoadProfile.class)
            String profile,

            String request,
            @Schema(implementation = Allowed.Metric.class) String metric,
            double ceiling,
            @Nullable Double rate,
            String runId,
            Instant setAt,
            @Nullable Double looserCeiling,
            @Nullable String looserRunId) {}
}
