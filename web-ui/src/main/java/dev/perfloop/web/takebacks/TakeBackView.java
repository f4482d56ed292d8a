package dev.perfloop.web.takebacks;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept change that shall go after all.
 *
 * @param wishedBy who said so; "Perfloop (alert)" where the plan's approver allowed that
 * @param endedAt absent while it is under way
 * @param note what was verified, or why it was refused
 */
record TakeBackView(
        String id,
        String changeId,
        String runId,
        String target,
        String wishedBy,
        Instant wishedAt,
        String reason,
        @Nullable Instant endedAt,

        @Schema(implementation = Allowed.TakeBackOutcome.class) @Nullable String outcome,

        @Nullable String note) {}
