package dev.perfloop.web.journal;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One job of a run.
 *
 * @param name the element's, as the diagram shows it
 * @param callerElement the call activity of the main process, when the job ran in a called one
 * @param progress 0 to 100, from work that knows
 */
record StepView(
        String id,
        String jobKey,
        String elementId,
        String name,
        String processId,
        @Nullable String callerElement,
        String jobType,
        @Schema(implementation = Allowed.StepStatus.class) String status,
        @Nullable Integer progress,
        @Nullable String message,
        int attempt,
        Instant startedAt,
        @Nullable Instant endedAt) {}
