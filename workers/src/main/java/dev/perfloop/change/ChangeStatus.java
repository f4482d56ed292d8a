package dev.perfloop.change;

/**
 * PROPOSED until its undo is known and it is begun; REVERTED and SKIPPED are ends, KEPT is the end of its run and can be taken back
 * later, and TO_BE_TAKEN_BACK is one: a person applied it, or gave up a taking back that was stuck, and only a person can undo it. One that a person applies is APPLIED as soon as that is said. OUT is taken out of
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
            case UNDOING -> next == REVERTED || next == TO_BE_TAKEN_BACK;
            case KEPT -> next == UNDOING;
            case REVERTED, SKIPPED, TO_BE_TAKEN_BACK -> false;
        };
    }
}
