package dev.perfloop.validation;

import java.util.Locale;

/** Judges one metric: surely worse, surely not, or not known. */
final class MetricJudge {
    private static final int FEWEST_TO_SHOW = 20;

    /**
     * Of one metric in one look, one-sided. Looks and metrics are several and resemble each other; that all of them together stay
     * below 1 % is what the verdict benchmark shows.
     */
    private static final double FALSE_ALARMS = 0.0004;

    private final NoiseFloor floor;
    private final Limits limits;

    MetricJudge(NoiseFloor floor, Limits limits) {
        this.floor = floor;
        this.limits = limits;
    }

    /**
     * @param all   all requests together under the same profile
     * @param alike how many requests are judged by the same rule: the more, the surer each must be for one false alarm in all
     */
    MetricVerdict judge(Arms arms, Arms all, Metric metric, int alike) {
        int fewest = Math.min(arms.before().requests(), arms.after().requests());
        boolean lasted =
                arms.before().lasted(limits.fewestSeconds()) && arms.after().lasted(limits.fewestSeconds());
        if (fewest < metric.fewestRequests() || !lasted) {
            int seconds = Math.min(
                    arms.before().seconds().size(), arms.after().seconds().size());
            String reason = "too little data: %d requests in %d s, of %d in %d s needed"
                    .formatted(fewest, seconds, metric.fewestRequests(), limits.fewestSeconds());
            var effect = fewest < FEWEST_TO_SHOW ? null : effect(arms, all, metric, alike);
            return new MetricVerdict(
                    arms.profile(), arms.request(), metric, effect, false, Result.INCONCLUSIVE, reason);
        }
        var effect = effect(arms, all, metric, alike);
        return switch (metric) {
            case P50_MS, P95_MS, P99_MS -> latency(arms, all, metric, effect);
            case THROUGHPUT -> throughput(arms.profile(), arms.request(), effect);
            case ERROR_RATE -> errors(arms, effect);
        };
    }

    private Effect effect(Arms arms, Arms all, Metric metric, int alike) {
        return Effect.of(
                metric, arms.sampledBefore(metric), arms.sampledAfter(metric), noise(arms, all, metric), sure(alike));
    }

    /**
     * What is known, or what the tests wander by where that belies it. What disturbs all requests disturbs each; a stress test climbs
     * by design.
     */
    private Noise noise(Arms arms, Arms all, Metric metric) {
        var known = known(arms, metric);
        return arms.profile().equals(Profiles.STRESS)
                ? known
                : known.atLeast(all.wander(metric)).atLeast(arms.wander(metric));
    }

    private Noise known(Arms arms, Metric metric) {
        return floor.of(arms.profile(), arms.request(), metric);
    }

    /** One-sided confidence by which an effect of a request is called sure, when so many are judged by the same rule. */
    static double sure(int alike) {
        return 1 - FALSE_ALARMS / alike;
    }

    /**
     * All requests together are worse as soon as they surely are and half the tolerance is gone. A single request must be beyond
     * the tolerance for sure: a write that pays for an index a little is the price of it, not a regression. So must a stress
     * test, which ends in overload by design.
     */
    private MetricVerdict latency(Arms arms, Arms all, Metric metric, Effect effect) {
        boolean essential =
                arms.request().equals(Profiles.ALL) && !arms.profile().equals(Profiles.STRESS);
        double tolerated = essential
                ? limits.tolerancePct()
                : Math.max(limits.tolerancePct(), 100 * limits.toleranceMs() / effect.before());
        boolean worse = essential ? effect.lowPct() > 0 && effect.pct() >= tolerated / 2 : effect.lowPct() > tolerated;
        var result = worse ? Result.FAIL : effect.atMostPct() < tolerated ? Result.PASS : Result.INCONCLUSIVE;
        var noise = noise(arms, all, metric);
        String wandered = noise.equals(known(arms, metric))
                ? ""
                : String.format(
                        Locale.ROOT, "; it wandered by %.0f %% within the tests", 100 * Math.expm1(noise.spread()));
        return new MetricVerdict(
                arms.profile(), arms.request(), metric, effect, true, result, said(effect, tolerated, wandered));
    }

    private MetricVerdict throughput(String profile, String request, Effect effect) {
        double tolerated = limits.tolerancePct();
        var result = effect.highPct() < -tolerated
                ? Result.FAIL
                : effect.atLeastPct() > -tolerated ? Result.PASS : Result.INCONCLUSIVE;
        return new MetricVerdict(
                profile, request, Metric.THROUGHPUT, effect, true, result, said(effect, tolerated, ""));
    }

    private static MetricVerdict errors(Arms arms, Effect effect) {
        var difference = ErrorDifference.of(arms.before(), arms.after());
        return new MetricVerdict(
                arms.profile(),
                arms.request(),
                Metric.ERROR_RATE,
                effect,
                true,
                difference.result(),
                difference.reason());
    }

    private static String said(Effect effect, double tolerated, String wandered) {
        return String.format(
                Locale.ROOT,
                "%+.1f %% (surely %+.1f to %+.1f %%; up to %.0f %% is tolerated%s)",
                effect.pct(),
                effect.lowPct(),
                effect.highPct(),
                tolerated,
                wandered);
    }
}
