package dev.perfloop.validation;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * One-sided 95 % bounds of what an arm says of its target: for latencies by the bootstrap over seconds, widened by the noise
 * between tests that nothing explains; for the error rate after Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927), since no errors in few requests do not
 * mean that there are none.
 */
final class Bounds {
    private static final double Z_95 = 1.645;
    private static final double SURE = 0.95;

    private final Bootstrap bootstrap;
    private final NoiseFloor known;

    Bounds(RandomGenerator random, NoiseFloor known) {
        this.bootstrap = new Bootstrap(random);
        this.known = known;
    }

    Bound of(String profile, String request, Metric metric, Arm arm) {
        return metric == Metric.ERROR_RATE ? wilson(arm) : latency(known.of(profile, request, metric), metric, arm);
    }

    /** Seconds and tests err apart from each other, so that their squares add up. */
    private Bound latency(Noise before, Metric metric, Arm arm) {
        double value = metric.of(arm.tally());
        if (value <= 0) {
            return new Bound(value, value, value);
        }
        var noise = before.and(seen(metric, arm));
        double byTests = new TDistribution(null, noise.degrees()).inverseCumulativeProbability(SURE)
                * noise.spread()
                / Math.sqrt(arm.blocks().size());
        double below = Math.hypot(Math.log(value / bootstrap.lowerBound(metric, arm)), byTests);
        double above = Math.hypot(Math.log(bootstrap.upperBound(metric, arm) / value), byTests);
        return new Bound(value, value * Math.exp(-below), value * Math.exp(above));
    }

    /** Tests that are too small for the metric each tell nothing of what differs between them. */
    private Noise seen(Metric metric, Arm arm) {
        var tests = bootstrap.sample(arm);
        return tests.stream().allMatch(it -> it.tally().requests() >= metric.fewestRequests())
                ? Noise.within(metric, tests)
                : Noise.NONE;
    }

    private static Bound wilson(Arm arm) {
        double n = arm.requests();
        double share = arm.errorRate();
        double middle = (share + Z_95 * Z_95 / (2 * n)) / (1 + Z_95 * Z_95 / n);
        double spread = Z_95 / (1 + Z_95 * Z_95 / n) * Math.sqrt(share * (1 - share) / n + Z_95 * Z_95 / (4 * n * n));
        return new Bound(share, Math.max(0, middle - spread), Math.min(1, middle + spread));
    }
}
