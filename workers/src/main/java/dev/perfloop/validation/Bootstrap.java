package dev.perfloop.validation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Interval of a relative change by the percentile bootstrap over seconds: it assumes nothing about the shape of the
 * latencies and looks at the tail as readily as at the middle.
 */
final class Bootstrap {
    private static final int SAMPLES = 1000;
    private static final double CONFIDENCE = 0.99;

    private final RandomGenerator random;

    Bootstrap(RandomGenerator random) {
        this.random = random;
    }

    Effect effect(Metric metric, Arm before, Arm after) {
        double[] changes = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            changes[i] = changePct(metric.of(before.resampled(random)), metric.of(after.resampled(random)));
        }
        Arrays.sort(changes);
        int cut = (int) (SAMPLES * (1 - CONFIDENCE) / 2);
        double was = metric.of(before);
        double is = metric.of(after);
        return new Effect(was, is, changePct(was, is), changes[cut], changes[SAMPLES - 1 - cut]);
    }

    /** The bound below which a metric of one arm stays with 95 % confidence (one-sided). */
    double upperBound(Metric metric, Arm arm) {
        double[] values = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            values[i] = metric.of(arm.resampled(random));
        }
        Arrays.sort(values);
        return values[(int) (SAMPLES * 0.95)];
    }

    private static double changePct(double before, double after) {
        if (before == 0) {
            return after == 0 ? 0 : 100;
        }
        return 100 * (after - before) / before;
    }
}
