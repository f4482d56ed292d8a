package dev.perfloop.change;

/**
 * PROPOSED until its undo is known and it is begun; KEPT, REVERTED and SKIPPED are ends. OUT is taken out of the target for a
 * measurement without it, and still the run's own.
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
    SKIPPED;

    public boolean canTransitionTo(ChangeStatus next) {
        return switch (this) {
            case PROPOSED -> next == APPLYING || next == SKIPPED;
            case APPLYING -> next == APPLIED || next == UNDOING;
            case APPLIED -> next == KEPT || next == TAKING_OUT || next == UNDOING;
            case TAKING_OUT -> next == OUT || next == UNDOING;
            case OUT -> next == PUTTING_BACK || next == UNDOING;
            case PUTTING_BACK -> next == APPLIED || next == UNDOING;
            case UNDOING -> next == REVERTED;
            case KEPT, REVERTED, SKIPPED -> false;
        };
    }
}
