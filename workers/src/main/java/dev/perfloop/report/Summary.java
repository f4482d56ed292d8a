package dev.perfloop.report;

import dev.perfloop.run.RunOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in one object, as the API and {@code --json} give it. */
record Summary(
        String runId,
        String target,
        RunOutcome outcome,
        String reason,
        List<FindingLine> findings,
        List<ChangeLine> changes,
        @Nullable RollbackLine rollback,
        List<ProfileLine> profiles,
        List<BlindSpotLine> notLookedAt,
        List<TimingLine> timings,
        @Nullable Gain gain,
        Roi roi,
        @Nullable Long processInstanceKey) {

    record FindingLine(String kind, String layer, double impact, String confidence, String summary) {}

    /** @param note what it contributes, or why it was left out or taken back */
    record ChangeLine(
            String kind,
            String statement,
            String status,
            @Nullable String note) {}

    /**
     * Whether the target is as before once everything was taken back.
     *
     * @param latency BACK, NOT_BACK or UNKNOWN; schema and settings are, or the run would stand at an incident
     */
    record RollbackLine(String latency, String reason) {}

    record ProfileLine(
            String profile,
            @Nullable Figures before,
            @Nullable Figures after,
            @Nullable String verdict) {}

    /** Latencies in milliseconds, throughput in requests a second, error rate from 0 to 1. */
    record Figures(double p50Ms, double p95Ms, double p99Ms, double meanMs, double throughput, double errorRate) {}

    record BlindSpotLine(String what, String why, String mend) {}

    record TimingLine(String step, double seconds) {}

    /**
     * What the kept changes are worth at the owner's arrival rate: response time that users no longer wait, in seconds
     * for each hour of such traffic, and what one request gained.
     */
    record Gain(double waitingSecondsSavedPerHour, double meanMsSavedPerRequest) {

        static @Nullable Gain of(@Nullable Figures before, @Nullable Figures after) {
            if (before == null || after == null) {
                return null;
            }
            double saved = before.meanMs() - after.meanMs();
            return new Gain(saved / 1000 * after.throughput() * 3600, saved);
        }
    }
}
