package dev.perfloop.validation;

import java.util.Locale;

/** Judges one metric: worse beyond tolerance, surely not, or not known. */
final class MetricJudge {
    private static final int FEWEST_TO_SHOW = 20;

    private final Bootstrap bootstrap;
    private final ValidationProperties limits;

    MetricJudge(Bootstrap bootstrap, ValidationProperties limits) {
        this.bootstrap = bootstrap;
        this.limits = limits;
    }

    MetricVerdict judge(String profile, String request, Metric metric, Arm before, Arm after) {
        int fewest = Math.min(before.requests(), after.requests());
        int seconds = Math.min(before.seconds().size(), after.seconds().size());
        if (fewest < metric.fewestRequests() || seconds < limits.fewestSeconds()) {
            return tooLittle(profile, request, metric, before, after, fewest, seconds);
        }
        var effect = bootstrap.effect(metric, before, after);
        return switch (metric) {
            case P50_MS, P95_MS, P99_MS -> latency(profile, request, metric, effect);
            case THROUGHPUT -> throughput(profile, request, effect);
            case ERROR_RATE -> errors(profile, request, effect, before, after);
        };
    }

    private MetricVerdict tooLittle(
            String profile, String request, Metric metric, Arm before, Arm after, int requests, int seconds) {
        String reason = "too little data: %d requests in %d s, of %d in %d s needed"
                .formatted(requests, seconds, metric.fewestRequests(), limits.fewestSeconds());
        var effect = requests < FEWEST_TO_SHOW ? null : bootstrap.effect(metric, before, after);
        return new MetricVerdict(profile, request, metric, effect, false, Result.INCONCLUSIVE, reason);
    }

    private MetricVerdict latency(String profile, String request, Metric metric, Effect effect) {
        double tolerated = Math.max(limits.tolerancePct(), 100 * limits.toleranceMs() / effect.before());
        var result = effect.lowPct() > tolerated
                ? Result.FAIL
                : effect.highPct() < tolerated ? Result.PASS : Result.INCONCLUSIVE;
        return new MetricVerdict(profile, request, metric, effect, true, result, said(effect, tolerated));
    }

    private MetricVerdict throughput(String profile, String request, Effect effect) {
        double tolerated = limits.tolerancePct();
        var result = effect.highPct() < -tolerated
                ? Result.FAIL
                : effect.lowPct() > -tolerated ? Result.PASS : Result.INCONCLUSIVE;
        return new MetricVerdict(profile, request, Metric.THROUGHPUT, effect, true, result, said(effect, tolerated));
    }

    private static MetricVerdict errors(String profile, String request, Effect effect, Arm before, Arm after) {
        var difference = ErrorDifference.of(before, after);
        return new MetricVerdict(
                profile, request, Metric.ERROR_RATE, effect, true, difference.result(), difference.reason());
    }

    private static String said(Effect effect, double tolerated) {
        return String.format(
                Locale.ROOT,
                "%+.1f %% (99 %% interval %+.1f to %+.1f %%; up to %.0f %% is tolerated)",
                effect.pct(),
                effect.lowPct(),
                effect.highPct(),
                tolerated);
    }
}
