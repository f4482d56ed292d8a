package dev.perfloop.contract;

/** The names of the process variables: ids, counts and verdicts. Bulk stays in the database. */
public final class Variables {
    /** The target's name; given at the start. */
    public static final String TARGET = "target";

    public static final String RUN_ID = "runId";
    /** QUICK, STANDARD or THOROUGH: how long the load profiles last. */
    public static final String INTENSITY = "intensity";
    /** PROFILE, BEFORE or AFTER: what a load test is driven for. */
    public static final String PHASE = "phase";
    /** How many times the effect was measured, from 1. */
    public static final String ROUND = "round";
    /** The call activity of the main process that a called process runs under. */
    public static final String CALLER_ELEMENT = "callerElement";

    private Variables() {}
}
