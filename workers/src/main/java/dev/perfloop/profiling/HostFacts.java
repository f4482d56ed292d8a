package dev.perfloop.profiling;

/**
 * What is known of the machine the target runs on beside the sampled series.
 *
 * @param source where the figures come from, such as "this machine" or "Prometheus"; empty when nothing is known
 */
public record HostFacts(String source) implements ProfilePart {
    public static final HostFacts NONE = new HostFacts("");
}
