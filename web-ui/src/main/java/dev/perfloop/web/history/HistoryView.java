package dev.perfloop.web.history;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.starts.Intensity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a target, oldest first, the newest or those before a page of newer ones, with what was measured and done in them.
 *
 * @param request whose figures they are; empty for all requests together
 * @param requests that were ever measured in these runs
 * @param nextCursor where the page with older runs starts; absent when there are none
 */
record HistoryView(
        String target,
        String request,
        List<String> requests,
        List<RunMark> runs,
        List<MeasuredView> measured,
        List<ChangeMark> changes,
        @Nullable String nextCursor) {

    /** @param calibratedAt when it found out how much alike tests differ */
    record RunMark(
            String id,
            Instant requestedAt,
            @Nullable Instant endedAt,

            @Schema(implementation = Allowed.RunStatus.class)
            String status,

            @Schema(implementation = Allowed.Outcome.class) @Nullable String outcome,

            @Schema(implementation = Intensity.class) String intensity,
            boolean gate,
            boolean calibration,
            @Nullable Instant calibratedAt) {}

    /**
     * The steady part of one valid load test. Times in milliseconds.
     *
     * @param rate arrivals a second asked for: figures at another one are not comparable
     */
    record MeasuredView(
            String runId,
            String loadTestId,

            @Schema(implementation = Allowed.LoadPhase.class)
            String phase,

            @Schema(implementation = Allowed.LoadProfile.class)
            String profile,

            Instant at,
            double rate,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            double throughput,
            double errorRate) {}

    /** A change that reached the target. */
    record ChangeMark(
            String runId,
            String kind,
            String statement,

            @Schema(implementation = Allowed.ChangeStatus.class)
            String status,

            Instant appliedAt,
            @Nullable Instant endedAt) {}
}
