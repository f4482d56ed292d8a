package dev.perfloop.web.alerts;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One cause on one target.
 *
 * @param family what kind of cause it is, such as POOL
 * @param severity the worst it has come to
 * @param words what is beyond which threshold, and where that is from
 * @param seenAt when monitoring last found it so
 * @param changedBy who acknowledged or muted it; absent for Perfloop, in a maintenance window
 * @param mutedUntil absent where it is muted for as long as it lasts
 */
record AlertView(
        UUID id,
        String target,
        String family,

        @Schema(implementation = Allowed.AlertSeverity.class)
        String severity,

        @Schema(implementation = Allowed.AlertState.class) String state,

        String words,
        Instant openedAt,
        Instant seenAt,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant mutedUntil,
        @Nullable Instant resolvedAt,
        List<BreachView> breaches,
        List<ResponseView> responses,
        List<DeliveryView> deliveries) {

    /**
     * A series beyond its threshold.
     *
     * @param endedAt absent while it is beyond
     */
    record BreachView(
            String metric,
            @Nullable String subject,
            String unit,
            double value,
            double worst,
            double threshold,

            @Schema(implementation = Allowed.ThresholdFrom.class)
            String thresholdFrom,

            @Schema(implementation = Allowed.AlertSeverity.class)
            String severity,

            Instant firstAt,
            Instant lastAt,
            @Nullable Instant endedAt) {}

    /**
     * What was done about it.
     *
     * @param runId the run that began
     * @param whyNone what stood against a run
     */
    record ResponseView(
            @Schema(implementation = Allowed.AlertSeverity.class)
            String severity,

            @Schema(implementation = Allowed.AlertAction.class)
            String action,

            Instant at,
            @Nullable String runId,
            @Nullable String whyNone) {}

    /**
     * Who was told of it, or is to be.
     *
     * @param channel its name in the workers' settings
     * @param nextAt when it is tried next; null when it is not any more
     * @param endedAt when the receiver took it, or when it was given up
     * @param answer what the receiver said last, or why it could not be reached
     */
    record DeliveryView(
            String channel,

            @Schema(implementation = Allowed.AlertEvent.class)
            String event,

            @Schema(implementation = Allowed.DeliveryStatus.class)
            String status,

            int attempts,
            Instant madeAt,
            @Nullable Instant nextAt,
            @Nullable Instant endedAt,
            @Nullable String answer) {}
}
