package dev.perfloop.validation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One objective, before and after.
 *
 * @param request     empty for all requests together
 * @param limit       milliseconds, or a share of requests for {@link Metric#ERROR_RATE}
 * @param upperBound  95 % upper bound of the value after; null when there was too little data to give one
 */
record ObjectiveCheck(
        String request,
        Metric metric,
        double limit,
        double before,
        double after,
        @Nullable Double upperBound) {

    /** Which objectives hold for sure, and why the others do not count as met. */
    static String said(List<ObjectiveCheck> checks) {
        if (checks.isEmpty()) {
            return "The target states no objectives";
        }
        String open = checks.stream()
                .filter(check -> !check.isMet())
                .map(ObjectiveCheck::whyNotMet)
                .collect(Collectors.joining("; "));
        return open.isEmpty() ? "All %d objectives are met".formatted(checks.size()) : "Not met for sure: " + open;
    }

    private String whyNotMet() {
        String name = metric.label() + " of " + (request.isEmpty() ? "all requests" : request);
        if (upperBound == null) {
            return name + " (too few requests to tell)";
        }
        return metric == Metric.ERROR_RATE
                ? String.format(Locale.ROOT, "%s (up to %.2f %%, wanted %.2f %%)", name, 100 * upperBound, 100 * limit)
                : String.format(Locale.ROOT, "%s (up to %.0f ms, wanted %.0f ms)", name, upperBound, limit);
    }

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
