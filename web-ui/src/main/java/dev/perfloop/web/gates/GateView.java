package dev.perfloop.web.gates;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate and its answer.
 *
 * @param result HELD, REGRESSED or INCONCLUSIVE; absent until it was judged, and for a gate that was cut short
 * @param noise which knowledge of the noise between tests its bounds rest on; absent until it was judged
 * @param notAsked guards of the target that this gate was not asked about, since it does not drive their profile
 */
record GateView(
        String runId,
        String target,
        @Schema(implementation = Allowed.RunStatus.class) String status,

        @Schema(implementation = Allowed.Outcome.class) @Nullable String outcome,

        Instant requestedAt,
        @Nullable Instant endedAt,

        @Schema(implementation = Allowed.GuardResult.class) @Nullable String result,

        @Nullable String reason,
        @Nullable String noise,

        @ArraySchema(schema = @Schema(implementation = Allowed.LoadProfile.class))
        List<String> profiles,

        int notAsked,
        List<GuardCheckView> checks) {

    /**
     * One guard. The request is empty for all of them together.
     *
     * @param ceiling milliseconds, or a share of requests for ERROR_RATE; so are value, low and high
     * @param rate arrivals a second that the ceiling was measured at
     * @param low lower 95 % bound of what was measured; high is the upper one
     * @param result INCONCLUSIVE also while nobody has judged it
     */
    record GuardCheckView(
            @Schema(implementation = Allowed.LoadProfile.class)
            String profile,

            String request,
            @Schema(implementation = Allowed.Metric.class) String metric,
            double ceiling,
            @Nullable Double rate,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,

            @Schema(implementation = Allowed.GuardResult.class)
            String result,

            String reason) {}
}
