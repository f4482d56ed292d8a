package dev.perfloop.validation;

import java.util.random.RandomGenerator;

/**
 * One-sided 95 % bounds of a metric of one arm: for latencies by the bootstrap over seconds, for the error rate after
 * Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22 (1927), since no errors in few requests do not mean that there are none.
 */
final class Bounds {
    private static final double Z_95 = 1.645;

    private final Bootstrap bootstrap;

    Bounds(RandomGenerator random) {
        this.bootstrap = new Bootstrap(random);
    }

    Bound of(Metric metric, Arm arm) {
        return metric == Metric.ERROR_RATE
                ? wilson(arm)
                : new Bound(
                        metric.of(arm.tally()), bootstrap.lowerBound(metric, arm), bootstrap.upperBound(metric, arm));
    }

    private static Bound wilson(Arm arm) {
        double n = arm.requests();
        double share = arm.errorRate();
        double middle = (share + Z_95 * Z_95 / (2 * n)) / (1 + Z_95 * Z_95 / n);
        double spread = Z_95 / (1 + Z_95 * Z_95 / n) * Math.sqrt(share * (1 - share) / n + Z_95 * Z_95 / (4 * n * n));
        return new Bound(share, Math.max(0, middle - spread), Math.min(1, middle + spread));
    }
}
