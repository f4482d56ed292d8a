package dev.perfloop.web.runs;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.starts.Intensity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param operateUrl this run in Operate, once a process instance has taken it
 * @param waitingFor the approval that a person has still to decide
 * @param waitsUntil when the change window opens that its approved plan waits for
 * @param incident the latest step that cannot go on without someone's help
 * @param gate whether it only asks if the target holds its guards
 * @param calibration whether it only measures how much alike load tests differ
 */
record RunView(
        String id,
        String target,
        @Schema(implementation = Intensity.class) String intensity,
        @Schema(implementation = Allowed.RunStatus.class) String status,

        @Schema(implementation = Allowed.Outcome.class) @Nullable String outcome,

        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String processInstanceKey,
        @Nullable String operateUrl,
        @Nullable String waitingFor,
        @Nullable Instant waitsUntil,
        @Nullable Incident incident,
        boolean cancelRequested,
        boolean gate,
        boolean calibration) {

    record Incident(String elementId, @Nullable String message) {}
}
