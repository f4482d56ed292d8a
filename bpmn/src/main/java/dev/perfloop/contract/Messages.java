package dev.perfloop.contract;

/** Message names, with what each is correlated by. */
public final class Messages {
    /** Starts a run. Correlation key: the target's name; message id: the run id. */
    public static final String OPTIMIZATION_REQUESTED = "optimization-requested";
    /** A person's decision taken in our UI. Correlation key: the approval id; message id: the decision id. */
    public static final String APPROVAL_DECIDED = "approval-decided";
    /** Cancels the target's active run, undoing what it applied. Correlation key: the target's name. */
    public static final String CANCEL_REQUESTED = "cancel-requested";
    /**
     * Asks for what a target could tell and does not, to be shown, switched on or taken back. Correlation key and message id: the
     * wish's id.
     */
    public static final String OBSERVABILITY_WISHED = "observability-wished";

    /** Asks whether a target still holds what was verified. Correlation key: the target's name; message id: the run id. */
    public static final String GATE_REQUESTED = "gate-requested";

    /** Asks how much alike load tests of a target differ. Correlation key: the target's name; message id: the run id. */
    public static final String CALIBRATION_REQUESTED = "calibration-requested";

    /** Asks what of a target can be reached and used. Correlation key and message id: the check's id. */
    public static final String TARGET_CHECK_REQUESTED = "target-check-requested";

    /**
     * A schedule was made, changed, paused, resumed or removed: wakes its process instance, or begins one where there is none.
     * Correlation key: the schedule's id; message id: that and the version of the change.
     */
    public static final String SCHEDULE_CHANGED = "schedule-changed";

    /** Takes a kept change back. Correlation key and message id: the id of the wish. */
    public static final String TAKE_BACK_REQUESTED = "take-back-requested";

    /** Begins to watch a target, unless it is watched. Correlation key: the target's name. */
    public static final String MONITORING_REQUESTED = "monitoring-requested";

    /** Ends watching a target. Correlation key: the target's name. */
    public static final String MONITORING_STOPPED = "monitoring-stopped";

    private Messages() {}
}
