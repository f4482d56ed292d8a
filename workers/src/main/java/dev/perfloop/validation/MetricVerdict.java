package dev.perfloop.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one request under one profile, judged.
 *
 * @param request the request's name; empty for all requests together
 * @param effect     null when there was next to nothing to measure
 * @param enoughData whether the effect may be judged by; shown it is all the same
 */
record MetricVerdict(
        String profile,
        String request,
        Metric metric,
        @Nullable Effect effect,
        boolean enoughData,
        Result result,
        String reason) {

    /** {@code baseline p95 of all requests -73.9 % (surely -82.6 to -10.4 %)}. */
    String said() {
        String of = request.isEmpty() ? "all requests" : request;
        return "%s %s of %s %s".formatted(profile.toLowerCase(Locale.ROOT), metric.label(), of, reason);
    }

    boolean fellBy(double pct) {
        return enoughData && effect != null && effect.highPct() < 0 && effect.pct() <= -pct;
    }

    /** The data neither show a fall of that size nor exclude one. */
    boolean mayHaveFallenBy(double pct) {
        return !enoughData || effect == null || effect.atLeastPct() <= -pct;
    }
}
