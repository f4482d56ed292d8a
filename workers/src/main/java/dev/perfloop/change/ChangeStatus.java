package dev.perfloop.change;

/** PROPOSED until its undo is known and it is begun; KEPT, REVERTED and SKIPPED are ends. */
public enum ChangeStatus {
    PROPOSED,
    APPLYING,
    APPLIED,
    UNDOING,
    KEPT,
    REVERTED,
    SKIPPED;

    public boolean canTransitionTo(ChangeStatus next) {
        return switch (this) {
            case PROPOSED -> next == APPLYING || next == SKIPPED;
            case APPLYING -> next == APPLIED || next == UNDOING;
            case APPLIED -> next == KEPT || next == UNDOING;
            case UNDOING -> next == REVERTED;
            case KEPT, REVERTED, SKIPPED -> false;
        };
    }
}
