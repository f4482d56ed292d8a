package dev.perfloop.web.overview;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param now where each run that has not ended is, once its first step has begun */
record OverviewView(List<HealthView> targets, List<NowView> now) {

    enum Health {
        MET,
        MISSED,
        UNKNOWN
    }

    /**
     * A target against its objectives under its own arrival rate.
     *
     * @param words why it is not known, or which objective is missed and by how much; empty when all are met
     * @param measuredAt when the load test ended that tells; absent while there is none
     * @param measuredBy the run that drove it
     */
    record HealthView(
            String name,
            @Nullable String baseUrl,
            Health health,
            String words,
            int objectives,
            @Nullable Instant measuredAt,
            @Nullable String measuredBy) {}

    /** The step a run is at, or the last one while it waits. */
    record NowView(
            String runId,
            String step,

            @Schema(implementation = Allowed.StepStatus.class)
            String status,

            @Nullable Integer progress,
            @Nullable String message,
            Instant startedAt) {}
}
