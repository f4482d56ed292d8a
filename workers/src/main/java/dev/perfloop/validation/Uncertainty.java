package dev.perfloop.validation;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far a latency's logarithm may be off: by chance within the tests' seconds, and by what differs from one test to the next.
 * Degrees of freedom after Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics Bulletin
 * 2 (1946).
 */
record Uncertainty(double variance, double degrees) {
    private static final double LEAST = 1e-12;

    /**
     * @param ofSeconds variance that the seconds explain
     * @param seconds   degrees of freedom of that
     * @param noise     between tests
     * @param perTest   share of the noise's variance that is left: one over the number of tests, of both sides together
     */
    static Uncertainty of(double ofSeconds, double seconds, Noise noise, double perTest) {
        double ofTests = noise.variance() * perTest;
        double variance = Math.max(LEAST, ofSeconds + ofTests);
        double degrees = variance
                * variance
                / Math.max(1e-30, ofSeconds * ofSeconds / Math.max(2, seconds) + ofTests * ofTests / noise.degrees());
        return new Uncertainty(variance, Math.max(2, degrees));
    }

    /** Variance of the tests' mean as far as their seconds explain it. */
    static double ofSeconds(Metric metric, List<Sampled> tests) {
        return tests.stream().mapToDouble(it -> it.logVariance(metric)).sum() / tests.size() / tests.size();
    }

    /** @param sure one-sided confidence */
    double halfWidth(double sure) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(sure) * Math.sqrt(variance);
    }
}
