package dev.perfloop.web.rows;

/**
 * The words that the CHECK constraints of our schema allow in a column, for the description of the API. The columns are
 * passed on as text: a word that newer workers write still reaches those who read it.
 */
public final class Allowed {
    private Allowed() {}

    public enum RunStatus {
        REQUESTED,
        RUNNING,
        ENDED
    }

    public enum Outcome {
        TARGETS_MET,
        ACCEPTABLE,
        ROLLED_BACK,
        ESCALATED,
        REJECTED,
        INCONCLUSIVE,
        GUARDS_HELD,
        GUARDS_BROKEN,
        CALIBRATED,
        CANCELLED,
        FAILED
    }

    public enum StepStatus {
        STARTED,
        DONE,
        RETRY,
        ERROR,
        INCIDENT
    }

    public enum Layer {
        DATABASE,
        CACHING,
        APPLICATION,
        INFRASTRUCTURE
    }

    public enum Level {
        HIGH,
        MEDIUM,
        LOW
    }

    public enum Effort {
        QUICK,
        COMPLEX,
        ARCHITECTURE
    }

    public enum LoadPhase {
        PROFILE,
        BEFORE,
        AFTER,
        WITHOUT,
        ROLLED_BACK,
        CALIBRATION
    }

    public enum LoadProfile {
        BASELINE,
        PEAK,
        STRESS,
        SOAK
    }

    public enum LoadStatus {
        RUNNING,
        VALID,
        INVALID,
        LOST,
        ABORTED
    }

    public enum LoadCheckState {
        FINE,
        SPOILED,
        NOTED,
        NOT_LOOKED_AT
    }

    public enum Metric {
        P50_MS,
        P95_MS,
        P99_MS,
        THROUGHPUT,
        ERROR_RATE
    }

    public enum Judgement {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    public enum Compared {
        IMPROVED,
        UNCHANGED,
        REGRESSED,
        INCONCLUSIVE
    }

    public enum GuardResult {
        HELD,
        REGRESSED,
        INCONCLUSIVE
    }

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
        TO_BE_TAKEN_BACK
    }

    public enum ChangeGuard {
        DISK,
        TRANSACTIONS,
        LOAD
    }

    public enum ChangeGuardAnswer {
        CLEAR,
        UNNEEDED,
        WAIT,
        REFUSED,
        UNKNOWN,
        GIVEN_UP
    }

    public enum ApprovalKind {
        PLAN,
        BY_HAND,
        ARCHITECTURE,
        INCONCLUSIVE
    }

    public enum DecidedIn {
        PERFLOOP,
        TASKLIST,
        TIMER
    }

    public enum ScheduleStatus {
        ACTIVE,
        PAUSED,
        REMOVED
    }

    public enum AlertSeverity {
        WARNING,
        CRITICAL
    }

    public enum AlertState {
        OPEN,
        ACKNOWLEDGED,
        MUTED,
        RESOLVED
    }

    public enum AlertAction {
        NOTIFY,
        START_RUN,
        OPEN_APPROVAL,
        ROLL_BACK,
        ASK_FOR_SCALING
    }

    public enum AlertVerdict {
        REAL,
        NOISE
    }

    public enum Resource {
        CPU,
        MEMORY,
        DISK,
        CONNECTIONS
    }

    public enum TakeBackOutcome {
        TAKEN_BACK,
        REFUSED,
        GIVEN_UP
    }

    public enum AlertEvent {
        WARNING,
        CRITICAL,
        RESOLVED
    }

    public enum DeliveryStatus {
        WAITING,
        SENT,
        GIVEN_UP
    }

    public enum ThresholdFrom {
        OWN,
        DECISION,
        OBJECTIVE,
        HISTORY
    }

    public enum CheckPart {
        SERVICE,
        DATABASE,
        REQUESTS
    }

    public enum CheckState {
        FINE,
        LACKING,
        BROKEN
    }

    public enum RestsOn {
        REAL_TIME,
        DELAYED,
        HISTORICAL,
        NOTHING
    }

    public enum MetricSource {
        PROMETHEUS,
        DATABASE,
        STATEMENTS,
        JVM,
        HOST,
        PROBE,
        COLLECTOR,
        ANALYSIS
    }

    public enum StatementFindingKind {
        SLOWER,
        CALLED_MORE,
        NEW_HEAVY,
        PLAN_CHANGED,
        WITHOUT_INDEX
    }

    public enum SeriesKind {
        GAUGE,
        RATE,
        PERCENTILE
    }

    public enum Recovered {
        SAMPLES,
        TOTALS,
        LOST
    }
}
