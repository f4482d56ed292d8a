package dev.perfloop.web.monitoring;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a target is watched.
 *
 * @param state OFF; STARTING until its process instance is at work; ON; STALLED when that has not been at work for long
 * @param everySeconds how often it is read; cycleSeconds how often it is assessed
 * @param changedBy who last switched it on or off; empty when nobody ever did
 * @param assessment the newest of the last hours; null when there is none
 * @param gaps the newest times in which a source told nothing
 */
record MonitoringView(
        String target,
        MonitoringState state,
        int everySeconds,
        int cycleSeconds,
        String changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant tickedAt,
        @Nullable AssessmentView assessment,
        List<MonitoredSourceView> sources,
        List<GapView> gaps) {

    enum MonitoringState {
        OFF,
        STARTING,
        ON,
        STALLED
    }

    /** What monitoring thought of the target, and what that rests on. */
    record AssessmentView(
            String id,
            Instant at,

            @Schema(implementation = Allowed.RestsOn.class) String restsOn,

            String words) {}

    /** A source that has told something, and when it last did. */
    record MonitoredSourceView(
            @Schema(implementation = Allowed.MetricSource.class)
            String source,

            Instant lastAt) {}

    /**
     * @param until null while it lasts
     * @param recovered what came of it afterwards; null while that is to be seen
     */
    record GapView(
            @Schema(implementation = Allowed.MetricSource.class)
            String source,

            Instant since,
            @Nullable Instant until,
            String reason,

            @Schema(implementation = Allowed.Recovered.class) @Nullable String recovered) {}
}
