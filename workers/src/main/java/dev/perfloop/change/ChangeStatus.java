package dev.perfloop.change;

/**
 * PROPOSED until its undo is known and it is begun; KEPT, REVERTED and SKIPPED are ends, and so is TO_BE_TAKEN_BACK: a
 * person applied it, and only a person can undo it. One that a person applies is APPLIED as soon as that is said. OUT is taken out of
 * the target for a measurement without it, and still the run's own.
 */
public enum ChangeStatus {
    PROPOSED,
    APPLYING,
    APPLIED,
    TAKING_OUT,
    OUT,
    PUTTING_BACK,
    UNDOING,
    KEPT,
    REVERTED,
    SKIPPED,
    TO_BE_TAKEN_BACK;

    public boolean canTransitionTo(ChangeStatus next) {
        return switch (this) {
            case PROPOSED -> next == APPLYING || next == APPLIED || next == SKIPPED;
            case APPLYING -> next == APPLIED || next == UNDOING;
            case APPLIED -> next == KEPT || next == TAKING_OUT || next == UNDOING || next == TO_BE_TAKEN_BACK;
            case TAKING_OUT -> next == OUT || next == UNDOING;
            case OUT -> next == PUTTING_BACK || next == UNDOING;
            case PUTTING_BACK -> next == APPLIED || next == UNDOING;
            case UNDOING -> next == REVERTED;
            case KEPT, REVERTED, SKIPPED, TO_BE_TAKEN_BACK -> false;
        };
    }
}
