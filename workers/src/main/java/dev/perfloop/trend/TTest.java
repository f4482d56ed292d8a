package dev.perfloop.trend;

import org.apache.commons.math3.special.Beta;

/** Student's two-sided t-test of two stretches. */
final class TTest {
    private static final double ROUNDING = 1e-12;

    private TTest() {}

    /**
     * How likely means this far apart are where nothing changed. The variances are those of the values at hand, not the estimates of
     * what they were drawn from, as Otava has it: a little readier to see a change than the textbook's. Fewer than three values tell
     * nothing, and neither does a difference that is all rounding.
     */
    static double p(Level before, Level after) {
        int degrees = before.count() + after.count() - 2;
        double difference = Math.abs(after.mean() - before.mean());
        if (degrees <= 0 || difference <= ROUNDING * Math.max(Math.abs(before.mean()), Math.abs(after.mean()))) {
            return 1;
        }
        double pooled = ((before.count() - 1) * before.variance() + (after.count() - 1) * after.variance()) / degrees;
        double squared = difference * difference / (pooled * (1.0 / before.count() + 1.0 / after.count()));
        return Beta.regularizedBeta(degrees / (degrees + squared), degrees / 2.0, 0.5);
    }
}
