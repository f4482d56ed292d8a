package dev.perfloop.validation;

import org.jspecify.annotations.Nullable;

/**
 * One objective, before and after.
 *
 * @param request     empty for all requests together
 * @param limit       milliseconds, or a share of requests for {@link Metric#ERROR_RATE}
 * @param upperBound  95 % upper bound of the value after; null when there was too little data to give one
 */
record ObjectiveCheck(
        String request, Metric metric, double limit, double before, double after, @Nullable Double upperBound) {

    boolean wasMissed() {
        return before > limit;
    }

    /** Met for sure: the bound, not just the value, is within the limit. */
    boolean isMet() {
        return upperBound != null && upperBound <= limit;
    }

    /** Share of the way from before to the limit that was covered, 0 to 1. */
    double gainShare() {
        return Math.clamp((before - after) / (before - limit), 0, 1);
    }
}
