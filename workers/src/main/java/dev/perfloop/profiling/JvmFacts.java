package dev.perfloop.profiling;

/**
 * What the service's JVM did while the load ran, from a flight recording.
 *
 * @param seconds how long was recorded; 0 when nothing was
 */
public record JvmFacts(double seconds) implements ProfilePart {
    public static final JvmFacts NONE = new JvmFacts(0);
}
