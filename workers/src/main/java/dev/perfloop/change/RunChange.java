package dev.perfloop.change;

import dev.perfloop.run.RunId;
import org.jspecify.annotations.Nullable;

/**
 * A change as one run carries it.
 *
 * @param position          1 for the change that is applied first
 * @param earned            whether it earned its place: true once kept, false once rejected
 * @param note              why it was skipped or taken back
 * @param offered           true when it is no part of the run's plan but lets the next run see more
 * @param forecastBytes     what it is expected to take on the target's disk; null where nobody foretold
 * @param stopped           true when the service suffered from it while it was applied
 * @param fingerprintPlanned of the target's schema when the plan was drafted; null when the target did not answer then
 * @param fingerprintBefore of the target's schema just before it was applied; null while nothing was done
 * @param fingerprintAfter  of the target's schema just after it was applied
 */
public record RunChange(
        String id,
        RunId runId,
        int position,
        @Nullable String findingId,
        Change change,
        ChangeStatus status,
        @Nullable Boolean earned,
        @Nullable String note,
        boolean offered,
        @Nullable Long forecastBytes,
        boolean stopped,
        @Nullable String fingerprintPlanned,
        @Nullable String fingerprintBefore,
        @Nullable String fingerprintAfter) {

    /** On the target, or half of it, or the run's own and out of it; and not to stay. */
    boolean isToBeTakenBack() {
        return switch (status) {
            case APPLYING, APPLIED, TAKING_OUT, OUT, PUTTING_BACK, UNDOING -> true;
            case PROPOSED, KEPT, REVERTED, SKIPPED, TO_BE_TAKEN_BACK -> false;
        };
    }

    /** The note with what cannot be taken back; null when there is nothing to add. */
    @Nullable String noteOnceUndone() {
        String remains = change.remains();
        if (remains.isEmpty()) {
            return null;
        }
        return note == null ? remains : note + " " + remains;
    }

    /** On the target to stay; what only a person can take back is still there too. */
    boolean stays() {
        return status == ChangeStatus.KEPT || status == ChangeStatus.TO_BE_TAKEN_BACK;
    }

    /** Left to a person, who has not said yet what became of it. */
    boolean waitsForPerson() {
        return change instanceof CodeAdvice && status == ChangeStatus.PROPOSED;
    }
}
