package dev.perfloop.contract;

/** The process variables: ids, counts and verdicts only. Bulk stays in the database. */
public final class Variables {
    /** Name of the target; given at the start. */
    public static final String TARGET = "target";
    /** Id of the run; given by a message start, else written by "Open run". */
    public static final String RUN_ID = "runId";
    /** How thorough the run is: QUICK, STANDARD or THOROUGH. */
    public static final String INTENSITY = "intensity";
    /** Whether the load goes on to the breaking point; written by "Open run". */
    public static final String STRESS_WANTED = "stressWanted";
    /** Whether the load is held for long; written by "Open run". */
    public static final String SOAK_WANTED = "soakWanted";
    /** How often approvers are reminded, an ISO 8601 cycle; optional output of "Open run", else {@code R/P1D}. */
    public static final String REMINDER_CYCLE = "reminderCycle";
    /** How long an approval stays open, an ISO 8601 duration; optional output of "Open run", else {@code P7D}. */
    public static final String APPROVAL_EXPIRY = "approvalExpiry";

    /**
     * What a load is driven for: PROFILE, BEFORE, AFTER, WITHOUT, ROLLED_BACK or CALIBRATION; set by the call activities, for a
     * gate by its message.
     */
    public static final String PHASE = "phase";
    /** Which measurement after the changes this is, from 1; with the phase WITHOUT, which change is measured without. */
    public static final String ROUND = "round";
    /** Which profiling load this is, from 1: it is driven again when what it did was not counted. */
    public static final String PROFILING_ROUND = "profilingRound";
    /** Whether "Collect baseline metrics" has a profile; false when most of what the load did was not counted. */
    public static final String PROFILE_TAKEN = "profileTaken";
    /** Element id of the call activity that started load-validation. */
    public static final String CALLER_ELEMENT = "callerElement";
    /** Task header, not a variable: the load profile BASELINE, PEAK, STRESS or SOAK. */
    public static final String PROFILE = "profile";
    /**
     * How often this load profile has been driven in this phase and round. Before the first attempt it is null, after
     * it 1; the worker returns it counted up.
     */
    public static final String LOAD_ATTEMPT = "loadAttempt";
    /** Whether the load that was just driven may be judged. */
    public static final String LOAD_VALID = "loadValid";
    /** The numbers of the injectors that drive a load together, from 1; one, unless the target asks for more. */
    public static final String INJECTORS = "injectors";
    /** Which of them one "Run load test" job is. */
    public static final String INJECTOR = "injector";
    /** Id of the load test that was just driven; written for the reader of Operate, no model reads it. */
    public static final String LOAD_TEST_ID = "loadTestId";

    /** Whether every objective is met. Written by "Locate bottleneck layers" and by "Compare before and after". */
    public static final String OBJECTIVES_MET = "objectivesMet";
    /** Layers the time goes to: DATABASE, CACHING, APPLICATION, INFRASTRUCTURE. Empty: unknown, all are analysed. */
    public static final String LAYERS = "layers";
    /** Bottlenecks in the inventory. */
    public static final String BOTTLENECK_COUNT = "bottleneckCount";
    /** Result of decide-tier: T0, T1 or FULL. */
    public static final String TIER = "tier";

    /** Findings with evidence. */
    public static final String FINDING_COUNT = "findingCount";
    /** Findings that come with a change we can propose; after "Try proposals" only those that trying did not refute. */
    public static final String PROPOSABLE_COUNT = "proposableCount";
    /** Largest effort among the proposable findings: QUICK, COMPLEX or ARCHITECTURE. */
    public static final String HARDEST_EFFORT = "hardestEffort";
    /** Result of assess-fix: QUICK, COMPLEX or ARCHITECTURE. */
    public static final String FIX = "fix";

    /** Ids of the planned changes in the order they are applied. */
    public static final String CHANGE_IDS = "changeIds";
    /** The change one job is about; null for all that can be taken out. */
    public static final String CHANGE_ID = "changeId";
    /** Optional output of "Draft plan": a few lines of Markdown for the form in Tasklist. */
    public static final String PLAN_SUMMARY = "planSummary";

    /**
     * Id of the approval asked for: the run id, then {@code -plan}, {@code -by-hand}, {@code -architecture},
     * {@code -inconclusive-1}.
     */
    public static final String APPROVAL_ID = "approvalId";
    /** What is asked: PLAN, BY_HAND, ARCHITECTURE or INCONCLUSIVE; handed to "request-approval". */
    public static final String APPROVAL_KIND = "approvalKind";
    /** APPROVE, REJECT or EXPIRED; null when a person completed the task without choosing, which is no yes. */
    public static final String DECISION = "decision";
    /** Why, in the words of who decided. */
    public static final String DECISION_COMMENT = "decisionComment";
    /** User who decided in Perfloop; null when the decision came from Tasklist or from the timer. */
    public static final String DECIDED_BY = "decidedBy";
    /** Changes that a decision in Tasklist leaves out, as typed there: {@code 2, 3}. Perfloop's own are in the database. */
    public static final String LEAVE_OUT = "leaveOut";
    /** From when on a decision in Tasklist lets the plan be applied, as typed there; see {@link ChangeWindow}. */
    public static final String NOT_BEFORE = "notBefore";
    /** When the change window opens, an ISO 8601 instant; null for at once. Written by "Record decision". */
    public static final String APPLY_FROM = "applyFrom";
    /** Why the last decision does not count and another is asked for; null when it counts. Written by "Record decision". */
    public static final String REFUSAL = "refusal";
    /** Whether the recorded decision is a yes; written by "Record decision". */
    public static final String APPROVED = "approved";

    /** Whether the plan holds something that a person has to do and that is not done yet; written by "Record decision". */
    public static final String BY_HAND_WANTED = "byHandWanted";
    /** Whether any change is on the target now; written by "Record decision", read once a person said what was done. */
    public static final String ANYTHING_APPLIED = "anythingApplied";

    /** IMPROVED, UNCHANGED, REGRESSED or INCONCLUSIVE. */
    public static final String VERDICT = "verdict";
    /** Share of the targeted gain that was reached, in percent. */
    public static final String GAIN_SHARE_PCT = "gainSharePct";
    /** Whether another round of measurements may still settle an inconclusive result. */
    public static final String MORE_RUNS_ALLOWED = "moreRunsAllowed";
    /** Whether the changes can be taken out for another measurement before; written by "Compare before and after". */
    public static final String TAKE_TURNS = "takeTurns";
    /** Ids of the changes that are worth a measurement without each; written by "Choose changes to tell apart". */
    public static final String TO_TELL_APART = "toTellApart";
    /** Counted by the engine in a multi-instance, from 1. */
    public static final String LOOP_COUNTER = "loopCounter";
    /** Whether something is lost without the change, or may be; written by "Judge contribution". */
    public static final String CONTRIBUTES = "contributes";
    /** How many changes "Undo changes" took back. */
    public static final String TAKEN_BACK = "takenBack";
    /** Result of judge-outcome: TARGETS_MET, PARTIAL, NOT_MET, REGRESSED or INCONCLUSIVE. */
    public static final String OUTCOME = "outcome";

    /** Whether a target holds its guards: HELD, REGRESSED or INCONCLUSIVE; written by "Judge guards". */
    public static final String GATE_RESULT = "gateResult";

    /** How many alike load tests a calibration drives; given by its message. */
    public static final String TESTS = "tests";
    /** Tests of a calibration that stayed invalid however often they were repeated. */
    public static final String LEFT_OUT = "leftOut";
    /** Whether enough tests were valid to know the noise between them; written by "Calibrate noise". */
    public static final String NOISE_KNOWN = "noiseKnown";

    /** Id of the wish that "Set up observability" fulfils; what is wished is in the database. */
    public static final String WISH_ID = "wishId";

    /** Id of the wish that "Take back change" fulfils; which change it is, is in the database. */
    public static final String TAKE_BACK_ID = "takeBackId";
    /** How that ended: TAKEN_BACK, REFUSED or GIVEN_UP; written by "Take back change". */
    public static final String TAKE_BACK_OUTCOME = "takeBackOutcome";

    /** Id of the check of a target; the file that is checked is in the database. */
    public static final String CHECK_ID = "checkId";

    /** Id of the schedule that a process instance lives for; what it says is in the database. */
    public static final String SCHEDULE_ID = "scheduleId";
    /** When its next run is due, an ISO 8601 instant; null while there is none. Written by "Plan next time". */
    public static final String NEXT_DUE = "nextDue";
    /** Whether the schedule was removed; written by "Plan next time". */
    public static final String SCHEDULE_OVER = "scheduleOver";
    /** Id of the run that begins; null when none does. Written by "Decide about due time". Not {@link #RUN_ID}: it is no step of it. */
    public static final String SCHEDULED_RUN = "scheduledRun";

    /** Input of evaluate-thresholds: the name of a metric, which ends with its unit. */
    public static final String METRIC = "metric";
    /** Outputs of evaluate-thresholds: beyond which value there is trouble, and beyond which grave trouble. */
    public static final String WARNING = "warning";

    public static final String CRITICAL = "critical";
    /** Which side is beyond: ABOVE or BELOW. */
    public static final String DIRECTION = "direction";
    /** For how many seconds a value has to be beyond, or back, to count. */
    public static final String LASTING_SECONDS = "lastingSeconds";
    /** How far a value has to come back inside, as a share of the warning. */
    public static final String CLEAR_SHARE = "clearShare";
    /** Inputs of choose-responses: WARNING or CRITICAL, and what kind of cause it is. */
    public static final String SEVERITY = "severity";

    public static final String FAMILY = "family";
    /** Outputs of choose-responses: what is done, and how long it is not done again for the same cause. */
    public static final String ACTION = "action";

    public static final String COOL_DOWN_HOURS = "coolDownHours";
    /** Output of choose-responses: how many days ago a change may have been kept that is to go. */
    public static final String WITHIN_DAYS = "withinDays";

    /** Name of the target that a process instance watches. Not {@link #TARGET}, which is that of a run. */
    public static final String TARGET_ID = "targetId";
    /** How often it is assessed, an ISO 8601 cycle such as {@code R/PT60S}; given by the message. */
    public static final String MONITORING_CYCLE = "monitoringCycle";
    /** How many times without readings may still be filled; written by "Collect metrics". */
    public static final String GAPS_TO_FILL = "gapsToFill";
    /** What the next assessment rests on: REAL_TIME, DELAYED, HISTORICAL or NOTHING. */
    public static final String RESTS_ON = "restsOn";
    /** Id of the newest assessment; what it says is in the database. */
    public static final String ASSESSMENT_ID = "assessmentId";

    private Variables() {}
}
