package dev.perfloop.validation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One objective, before and after.
 *
 * @param request     empty for all requests together
 * @param limit       milliseconds, a share of requests for {@link Metric#ERROR_RATE}, or requests a second at least
 * @param worst       95 % bound of the value after, on the side of the limit; null when there was too little data to give one
 */
record ObjectiveCheck(
        String request,
        Metric metric,
        double limit,
        double before,
        double after,
        @Nullable Double worst) {

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
        if (worst == null) {
            return name + " (too few requests to tell)";
        }
        return switch (metric) {
            case ERROR_RATE ->
                String.format(Locale.ROOT, "%s (up to %.2f %%, wanted %.2f %%)", name, 100 * worst, 100 * limit);
            case THROUGHPUT -> String.format(Locale.ROOT, "%s (from %.1f/s, wanted %.1f/s)", name, worst, limit);
            case P50_MS, P95_MS, P99_MS ->
                String.format(Locale.ROOT, "%s (up to %.0f ms, wanted %.0f ms)", name, worst, limit);
        };
    }

    boolean wasMissed() {
        return !isWithin(before);
    }

    /** Met for sure: the bound, not just the value, is within the limit. */
    boolean isMet() {
        return worst != null && isWithin(worst);
    }

    private boolean isWithin(double value) {
        return metric == Metric.THROUGHPUT ? value >= limit : value <= limit;
    }

    /** Share of the way from before to the limit that was covered, 0 to 1. */
    double gainShare() {
        return Math.clamp((before - after) / (before - limit), 0, 1);
    }
}
