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
 * @param verdict what a person said of it: was it real, or noise?
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

        @Schema(implementation = Allowed.AlertVerdict.class) @Nullable String verdict,

        @Nullable String verdictBy,
        List<BreachView> breaches,
        List<ResponseView> responses,
        List<DeliveryView> deliveries) {

    /**
     * A series beyond its threshold.
     *
     * @param called what it is called in front of people
     * @param endedAt absent while it is beyond
     */
    record BreachView(
            String called,
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
     * @param changeId the change that is taken back, or that an approver is asked to take back
     * @param resource what the target is asked to be given more of
     * @param words what was asked
     * @param whyNone what stood against it
     */
    record ResponseView(
            @Schema(implementation = Allowed.AlertSeverity.class)
            String severity,

            @Schema(implementation = Allowed.AlertAction.class)
            String action,

            Instant at,
            @Nullable String runId,
            @Nullable String changeId,

            @Schema(implementation = Allowed.Resource.class) @Nullable String resource,

            @Nullable String words,
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
