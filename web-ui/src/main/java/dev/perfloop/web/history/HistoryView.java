package dev.perfloop.web.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest runs of a target, oldest first, with what was measured and done in them.
 *
 * @param request whose figures they are; empty for all requests together
 * @param requests that were ever measured in these runs
 * @param hasOlder whether there are runs before these
 */
record HistoryView(
        String target,
        String request,
        List<String> requests,
        List<RunMark> runs,
        List<MeasuredView> measured,
        List<ChangeMark> changes,
        boolean hasOlder) {

    /** @param calibratedAt when it found out how much alike tests differ */
    record RunMark(
            String id,
            Instant requestedAt,
            @Nullable Instant endedAt,
            String status,
            @Nullable String outcome,
            String intensity,
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
            String phase,
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
            String status,
            Instant appliedAt,
            @Nullable Instant endedAt) {}
}
