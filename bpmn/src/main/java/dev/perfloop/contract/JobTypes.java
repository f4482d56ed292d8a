package dev.perfloop.contract;

/** The job types of the models; each has exactly one worker. */
public final class JobTypes {
    public static final String OPEN_RUN = "open-run";
    public static final String CHECK_OBSERVABILITY = "check-observability";
    public static final String FINGERPRINT_REQUESTS = "fingerprint-requests";
    public static final String PLAN_INJECTORS = "plan-injectors";
    public static final String RUN_LOAD_TEST = "run-load-test";
    public static final String COLLECT_BASELINE = "collect-baseline";
    public static final String LOCATE_BOTTLENECKS = "locate-bottlenecks";
    public static final String PROFILE_BOTTLENECKS = "profile-bottlenecks";
    public static final String RANK_BOTTLENECKS = "rank-bottlenecks";
    public static final String ANALYSE_DATABASE = "analyse-database";
    public static final String ANALYSE_CACHING = "analyse-caching";
    public static final String ANALYSE_APPLICATION = "analyse-application";
    public static final String ANALYSE_INFRASTRUCTURE = "analyse-infrastructure";
    public static final String FIND_ROOT_CAUSES = "find-root-causes";
    public static final String TRY_PROPOSALS = "try-proposals";
    public static final String DRAFT_PLAN = "draft-plan";
    public static final String REQUEST_APPROVAL = "request-approval";
    public static final String REMIND_APPROVER = "remind-approver";
    public static final String RECORD_DECISION = "record-decision";
    public static final String APPLY_CHANGE = "apply-change";
    public static final String UNDO_CHANGES = "undo-changes";
    public static final String VERIFY_ROLLBACK = "verify-rollback";
    public static final String KEEP_CHANGES = "keep-changes";
    public static final String COMPARE_RESULTS = "compare-results";
    public static final String ATTRIBUTE_CHANGES = "attribute-changes";
    public static final String TAKE_OUT_CHANGES = "take-out-changes";
    public static final String PUT_CHANGES_BACK = "put-changes-back";
    public static final String JUDGE_CONTRIBUTION = "judge-contribution";
    public static final String JUDGE_ROLLBACK = "judge-rollback";
    public static final String GUARD_REGRESSION = "guard-regression";
    public static final String JUDGE_GUARDS = "judge-guards";
    public static final String CALIBRATE_NOISE = "calibrate-noise";
    public static final String WRITE_SUMMARY = "write-summary";
    public static final String SET_UP_OBSERVABILITY = "set-up-observability";
    public static final String TAKE_BACK_CHANGE = "take-back-change";
    public static final String LIFT_GUARDS = "lift-guards";
    public static final String CHECK_SERVICE = "check-service";
    public static final String CHECK_DATABASE = "check-database";
    public static final String TRY_REQUESTS = "try-requests";
    public static final String PLAN_NEXT_TIME = "plan-next-time";
    public static final String DECIDE_DUE_TIME = "decide-due-time";
    public static final String REQUEST_SCHEDULED_RUN = "request-scheduled-run";

    public static final String MONITORING_COLLECT = "monitoring-collect";
    public static final String MONITORING_FALL_BACK = "monitoring-fall-back";
    public static final String MONITORING_BACKFILL = "monitoring-backfill";
    public static final String MONITORING_ANALYSE = "monitoring-analyse";
    public static final String MONITORING_EVALUATE = "monitoring-evaluate";
    public static final String MONITORING_RESPOND = "monitoring-respond";

    private JobTypes() {}
}
