package dev.perfloop.validation;

import java.util.Locale;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Difference of two error rates with its 99.8 % interval after Agresti and Caffo, "Simple and effective confidence intervals
 * for proportions and differences of proportions", The American Statistician 54 (2000): one success and one failure more
 * in each arm, so that zero errors in few requests prove nothing.
 */
record ErrorDifference(double difference, double low, double high) {
    private static final double Z_998 = 3.090;
    /** A rise of the error rate by one request in a hundred must be ruled out for a pass. */
    private static final double TOLERATED = 0.01;

    static ErrorDifference of(Arm before, Arm after) {
        double p1 = (before.errors() + 1.0) / (before.requests() + 2.0);
        double p2 = (after.errors() + 1.0) / (after.requests() + 2.0);
        double spread =
                Z_998 * Math.sqrt(p1 * (1 - p1) / (before.requests() + 2.0) + p2 * (1 - p2) / (after.requests() + 2.0));
        return new ErrorDifference(after.errorRate() - before.errorRate(), p2 - p1 - spread, p2 - p1 + spread);
    }

    /**
     * Error rate that is not exceeded with 95 % confidence, after Clopper and Pearson, "The use of confidence or fiducial
     * limits illustrated in the case of the binomial", Biometrika 26 (1934): no error in 60 requests still allows 5 %.
     */
    static double upperBound(int errors, int requests) {
        return errors >= requests
                ? 1
                : new BetaDistribution(null, errors + 1.0, requests - errors).inverseCumulativeProbability(0.95);
    }

    Result result() {
        if (low > 0) {
            return Result.FAIL;
        }
        return high <= TOLERATED ? Result.PASS : Result.INCONCLUSIVE;
    }

    String reason() {
        return String.format(
                Locale.ROOT, "%+.2f points (99.8 %% interval %+.2f to %+.2f)", 100 * difference, 100 * low, 100 * high);
    }
}
