package dev.perfloop.profiling;

/**
 * A JVM at a moment.
 *
 * @param startedMillis when it started, by its own clock
 * @param upSeconds how long it has run
 * @param heapMaxBytes not positive where the JVM sets no limit
 * @param pauseSeconds of collecting garbage since it started
 * @param cpuShare of all the CPUs it may use, 0 to 1; negative where it does not say
 */
public record JvmGlance(
        long startedMillis,
        double upSeconds,
        double heapUsedBytes,
        double heapMaxBytes,
        double pauseSeconds,
        double cpuShare,
        int threads) {}
