package dev.perfloop.load.checks;

/**
 * Whether the generator's control group had its processors taken away. A throttled period stops every request in flight for
 * up to 100 ms (Linux, sched-bwc.rst); in more than one of a hundred it moves the 99th percentile. Pure.
 */
public final class Throttling {
    private static final String SUBJECT = "CPU limit of the generator";
    private static final double LIMIT = 0.01;

    private Throttling() {}

    /**
     * @param periods CPU periods of the control group in the measured part; negative when there is nothing to read
     * @param throttled those in which it was stopped
     */
    public static Check check(long periods, long throttled) {
        if (periods < 0) {
            return Check.notLookedAt(
                    SUBJECT,
                    "The generator's machine has no control group with cpu.stat: nothing limits it, or nothing tells.");
        }
        double share = periods == 0 ? 0 : (double) throttled / periods;
        return share > LIMIT
                ? Check.spoiled(
                        SUBJECT,
                        "The generator's container was throttled in %.0f %% of its CPU periods: give the workers more CPU.",
                        share * 100)
                : Check.fine(SUBJECT, "The generator was throttled in %.1f %% of its CPU periods.", share * 100);
    }
}
