package dev.perfloop.profiling;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the machine the target runs on beside the sampled series.
 *
 * @param source       where the figures come from, such as "this machine" or "Prometheus"; empty when nothing is known
 * @param cores        logical CPUs of the machine; 0 when unknown
 * @param memoryBytes  of the machine; 0 when unknown
 * @param service      the service's process, null when it was not found on this machine
 * @param database     the database server's processes, all together
 * @param loadFromHere true when the load was generated on the same machine, so that its CPU counts too
 */
public record HostFacts(
        String source,
        int cores,
        long memoryBytes,
        @Nullable Processes service,
        @Nullable Processes database,
        boolean loadFromHere)
        implements ProfilePart {
    public static final HostFacts NONE = new HostFacts("", 0, 0, null, null, false);

    /**
     * @param cpuCores       CPUs used in the mean
     * @param residentBytes  at the end
     * @param cpuLimit       of its control group, in CPUs; null when unlimited
     * @param memoryLimit    of its control group, in bytes; null when unlimited
     * @param throttledShare share of the control group's periods in which it was held back, 0 to 1; null when unlimited
     */
    public record Processes(
            double cpuCores,
            long residentBytes,
            @Nullable Double cpuLimit,
            @Nullable Long memoryLimit,
            @Nullable Double throttledShare) {}
}
