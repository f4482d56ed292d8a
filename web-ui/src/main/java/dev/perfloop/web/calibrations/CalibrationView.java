package dev.perfloop.web.calibrations;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.starts.Intensity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calibration and what it found.
 *
 * @param wanted how many alike tests were asked for
 * @param tests how many of them were valid; absent until it was judged
 * @param falseAlarmsAtMost share of the comparisons, upper 95 % bound
 * @param words what it found, or why nothing
 * @param calibratedAt absent when it found nothing, or has not yet
 * @param stale why it holds no longer; empty while it does
 */
record CalibrationView(
        String runId,
        String target,
        @Schema(implementation = Intensity.class) String intensity,
        @Schema(implementation = Allowed.RunStatus.class) String status,

        @Schema(implementation = Allowed.Outcome.class) @Nullable String outcome,

        Instant requestedAt,
        int wanted,
        @Nullable Integer tests,
        @Nullable Integer leftOut,
        @Nullable Integer comparisons,
        @Nullable Integer falseAlarms,
        @Nullable Double falseAlarmsAtMost,
        @Nullable String words,
        @Nullable Instant calibratedAt,
        @Nullable Integer cpus,
        @Nullable String postgres,
        List<String> stale,
        List<NoiseView> noise) {

    /**
     * Noise of one latency between alike tests. The request is empty for all of them together.
     *
     * @param spreadPct standard deviation, percent of the latency
     * @param seenByOnePct smallest change that one test a side would show; seenByTwoPct and seenByThreePct of two and three
     */
    record NoiseView(
            @Schema(implementation = Allowed.LoadProfile.class)
            String profile,

            String request,
            @Schema(implementation = Allowed.Metric.class) String metric,
            double spreadPct,
            double seenByOnePct,
            double seenByTwoPct,
            double seenByThreePct) {}
}
