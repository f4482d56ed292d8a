package dev.perfloop.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an approval ended.
 *
 * @param by null when nobody decided, or when the engine does not say who
 */
record Decision(
        ApprovalStatus status,
        @Nullable String by,
        Instant at,
        Place place,
        @Nullable String comment) {
    /** Where it was decided. */
    enum Place {
        PERFLOOP,
        TASKLIST,
        TIMER
    }

    boolean approved() {
        return status == ApprovalStatus.APPROVED;
    }
}
