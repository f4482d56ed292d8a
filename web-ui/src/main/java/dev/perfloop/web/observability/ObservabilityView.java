package dev.perfloop.web.observability;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param runId the run that found what is lacking; absent while the target has none that ended
 * @param wish the newest; absent while nobody wished anything
 */
record ObservabilityView(@Nullable String runId, @Nullable WishView wish, List<OfferView> offers) {

    /**
     * @param fulfilledAt absent while the workers are at it
     * @param note what is lacking and not offered, with the reason, a line each; or why nothing was done
     */
    record WishView(
            String id,
            @Schema(implementation = WishKind.class) String kind,
            String wishedBy,
            Instant wishedAt,
            @Nullable Instant fulfilledAt,
            @Nullable String note) {}

    /**
     * @param statement what is sent to the target
     * @param undoStatement what takes it back
     * @param status as of a planned change
     * @param note why it could not be applied
     */
    record OfferView(
            String id,
            String kind,
            String statement,
            String undoStatement,

            @Schema(implementation = Allowed.ChangeStatus.class)
            String status,

            @Nullable String note,
            @Nullable Instant appliedAt) {}
}
