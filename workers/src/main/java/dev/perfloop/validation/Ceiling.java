package dev.perfloop.validation;

import org.jspecify.annotations.Nullable;

/**
 * What a verified run says a request can do.
 *
 * @param value milliseconds, or a share of requests for {@link Metric#ERROR_RATE}; later measurements above it are a
 *              regression
 * @param rate  arrivals a second it was measured at, of all requests together; null for ceilings of old, which did not
 *              keep it
 */
record Ceiling(
        String profile,
        String request,
        Metric metric,
        double value,
        @Nullable Double rate) {
    /** A rate that differs by no more is the same: the generator itself may be off by as much before a test is invalid. */
    private static final double SAME_RATE = 0.05;

    boolean guardsTheSameAs(Ceiling other) {
        return profile.equals(other.profile) && request.equals(other.request) && metric == other.metric;
    }

    /** Whether it says anything about a target under that many arrivals a second. */
    boolean speaksOf(double arrivals) {
        return rate == null || Math.abs(arrivals - rate) <= SAME_RATE * rate;
    }
}
