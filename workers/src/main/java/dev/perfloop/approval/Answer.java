package dev.perfloop.approval;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the process carries of a decision: of one taken in Tasklist all there is, of one taken in Perfloop only which it was.
 *
 * @param leaveOut  numbers of changes, as typed
 * @param notBefore a time, as typed
 */
record Answer(
        @Nullable String decision,
        @Nullable String comment,
        @Nullable String by,
        @Nullable String leaveOut,
        @Nullable String notBefore) {

    static Answer of(@Nullable String decision, @Nullable String comment, @Nullable String by) {
        return new Answer(decision, comment, by, null, null);
    }

    /** A task that was completed without a decision is not a yes. */
    ApprovalStatus status() {
        return switch (decision) {
            case "APPROVE" -> ApprovalStatus.APPROVED;
            case "EXPIRED" -> ApprovalStatus.EXPIRED;
            case null, default -> ApprovalStatus.REJECTED;
        };
    }

    List<String> leftOut() {
        return leaveOut == null ? List.of() : Arrays.asList(leaveOut.split("[,;\\s]+"));
    }
}
