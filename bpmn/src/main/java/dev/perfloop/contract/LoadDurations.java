package dev.perfloop.contract;

/**
 * How long load is driven unless the workers' settings say otherwise, in seconds.
 *
 * @param warmup ahead of each profile, not measured
 * @param steady measured part of baseline and peak
 * @param soak measured part of soak
 * @param stressStep one step of stress
 */
public record LoadDurations(int warmup, int steady, int soak, int stressStep, int stressSteps) {
    public static final LoadDurations QUICK = new LoadDurations(10, 30, 60, 10, 6);
    public static final LoadDurations STANDARD = new LoadDurations(15, 120, 300, 20, 8);
    public static final LoadDurations THOROUGH = new LoadDurations(30, 300, 3600, 30, 10);

    /** Baseline, which profiling is done under. */
    public int baseline() {
        return warmup + steady;
    }

    public int baselineAndPeak() {
        return 2 * baseline();
    }

    public int stress() {
        return warmup + stressSteps * stressStep;
    }

    public int longSoak() {
        return warmup + soak;
    }
}
