package dev.perfloop.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What may become a guard, and how a guard may move. A baseline that takes in failed or doubtful results drifts until it
 * lets anything pass (keptn/keptn#1263, #2388): so only a proven improvement that is kept sets guards, and a guard that
 * stands only ever comes down.
 */
final class GuardSetting {
    /** As in {@code judge-outcome}: from this share of the targeted gain on, a change is kept without meeting all. */
    private static final double KEPT_FROM_PCT = 80;
    /** Added to the verified bound of an error rate: one request in a hundred. */
    private static final double TOLERATED_ERRORS = 0.01;

    private final Bounds bounds;
    private final Limits limits;

    GuardSetting(Bounds bounds, Limits limits) {
        this.bounds = bounds;
        this.limits = limits;
    }

    /** @param last the last comparison of the run that measured */
    static boolean maySetGuards(Comparison.Verdict last, boolean objectivesMet, double gainSharePct) {
        return last == Comparison.Verdict.IMPROVED && (objectivesMet || gainSharePct >= KEPT_FROM_PCT);
    }

    /**
     * The upper bounds of what was verified, with the tolerance of a verdict on top.
     *
     * @param rates arrivals a second of each profile that was driven
     */
    List<Ceiling> ceilings(Profiles verified, Map<String, Double> rates) {
        List<Ceiling> ceilings = new ArrayList<>();
        verified.arms().forEach((profile, arms) -> {
            // A stress test ends in overload by design, so its latencies promise nothing.
            if (!profile.equals(Profiles.STRESS)) {
                arms.forEach((request, arm) -> List.of(Metric.P95_MS, Metric.ERROR_RATE).stream()
                        .filter(metric -> arm.requests() >= metric.fewestRequests())
                        .forEach(metric -> ceilings.add(new Ceiling(
                                profile,
                                request,
                                metric,
                                tolerated(metric, bounds.verified(verified, profile, request, metric)),
                                rates.get(profile)))));
            }
        });
        return ceilings;
    }

    private double tolerated(Metric metric, double bound) {
        return metric == Metric.ERROR_RATE
                ? Math.min(1, bound + TOLERATED_ERRORS)
                : bound + Math.max(bound * limits.tolerancePct() / 100, limits.toleranceMs());
    }

    /**
     * @param set     new guards and those that came down
     * @param refused those that would have loosened a guard that stands
     */
    record Moves(List<Ceiling> set, List<Ceiling> refused) {}

    static Moves against(List<Ceiling> standing, List<Ceiling> offered) {
        List<Ceiling> set = new ArrayList<>();
        List<Ceiling> refused = new ArrayList<>();
        for (Ceiling offer : offered) {
            boolean loosens =
                    standing.stream().anyMatch(guard -> guard.guardsTheSameAs(offer) && offer.value() > guard.value());
            (loosens ? refused : set).add(offer);
        }
        return new Moves(set, refused);
    }
}
