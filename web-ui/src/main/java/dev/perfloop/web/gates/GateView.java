package dev.perfloop.web.gates;

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
        String status,
        @Nullable String outcome,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable String reason,
        @Nullable String noise,
        List<String> profiles,
        int notAsked,
        List<CheckView> checks) {

    /**
     * One guard. The request is empty for all of them together.
     *
     * @param ceiling milliseconds, or a share of requests for ERROR_RATE; so are value, low and high
     * @param rate arrivals a second that the ceiling was measured at
     * @param low lower 95 % bound of what was measured; high is the upper one
     * @param result INCONCLUSIVE also while nobody has judged it
     */
    record CheckView(
            String profile,
            String request,
            String metric,
            double ceiling,
            @Nullable Double rate,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String result,
            String reason) {}
}
