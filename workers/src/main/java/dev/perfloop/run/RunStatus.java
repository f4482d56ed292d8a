package dev.perfloop.run;

/** REQUESTED until the process claims the run, ENDED once its summary is written. */
public enum RunStatus {
    REQUESTED,
    RUNNING,
    ENDED;

    public boolean canTransitionTo(RunStatus next) {
        return switch (this) {
            case REQUESTED -> next == RUNNING || next == ENDED;
            case RUNNING -> next == ENDED;
            case ENDED -> false;
        };
    }
}
