package dev.perfloop.contract;

/** BPMN process ids and DMN decision ids; each is also the file's name. */
public final class ProcessIds {
    public static final String PERFORMANCE_OPTIMIZATION = "performance-optimization";
    public static final String LOAD_VALIDATION = "load-validation";
    public static final String SET_UP_OBSERVABILITY = "set-up-observability";
    public static final String REGRESSION_GATE = "regression-gate";
    public static final String ATTRIBUTE_GAINS = "attribute-gains";
    public static final String MEASURE_WITHOUT = "measure-without";
    public static final String PROVE_ROLLBACK = "prove-rollback";
    public static final String CALIBRATION = "calibration";
    public static final String CHECK_TARGET = "check-target";
    public static final String SCHEDULED_OPTIMIZATION = "scheduled-optimization";
    public static final String PERFORMANCE_MONITORING = "performance-monitoring";
    public static final String TAKE_BACK_CHANGE = "take-back-change";
    public static final String DECIDE_TIER = "decide-tier";
    public static final String ASSESS_FIX = "assess-fix";
    public static final String JUDGE_OUTCOME = "judge-outcome";
    public static final String EVALUATE_THRESHOLDS = "evaluate-thresholds";
    public static final String CHOOSE_RESPONSES = "choose-responses";

    private ProcessIds() {}
}
