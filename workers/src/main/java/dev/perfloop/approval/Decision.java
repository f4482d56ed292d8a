package dev.perfloop.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an approval ended.
 *
 * @param by        null when nobody decided, or when the engine does not say who
 * @param leftOut   ids of the changes that are not to be applied
 * @param notBefore when the changes may begin; null for at once
 */
record Decision(
        ApprovalStatus status,
        @Nullable String by,
        Instant at,
        Place place,
        @Nullable String comment,
        List<String> leftOut,
        @Nullable Instant notBefore) {
    /** Where it was decided. */
    enum Place {
        PERFLOOP,
        TASKLIST,
        TIMER
    }

    boolean approved() {
        return status == ApprovalStatus.APPROVED;
    }

    /** A yes that does not count where nobody can be asked again. */
    Decision refused(String why) {
        return new Decision(ApprovalStatus.REJECTED, by, at, place, why, List.of(), null);
    }

    /** For the note of a change that was left out. */
    String whoLeftOut() {
        return "Left out " + (by == null ? "in Tasklist" : "by " + by) + why();
    }

    /** For the note of a change that a person applied or did not. */
    String saying(String what) {
        return what + ", " + (by == null ? "as was said in Tasklist" : "says " + by) + why();
    }

    private String why() {
        return comment == null || comment.isBlank() ? "." : ": " + comment;
    }
}
