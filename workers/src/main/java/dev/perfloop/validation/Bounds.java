package dev.perfloop.validation;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * One-sided bounds of what an arm says of its target: for latencies by the bootstrap over seconds and the noise between tests
 * together; for the error rate after Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
 * the American Statistical Association 22 (1927), since no errors in few requests do not mean that there are none.
 */
final class Bounds {
    private static final double SURE = 0.95;

    private final Bootstrap bootstrap;
    private final NoiseFloor known;

    Bounds(RandomGenerator random, NoiseFloor known) {
        this.bootstrap = new Bootstrap(random);
        this.known = known;
    }

    /**
     * The bound that was stayed below with 95 % confidence, for a guard to be set by. What the tests wander by is left out: a guard
     * that a restless minute has loosened would let regressions pass for as long as it stands.
     */
    double verified(Profiles measured, String profile, String request, Metric metric) {
        var arm = arm(measured, profile, request);
        return bound(arm, metric, known.of(profile, request, metric), SURE).high();
    }

    /**
     * Bounds of what is held to a guard, wander and all.
     *
     * @param alike how many lower bounds are asked of one measurement: all of them together hold with 95 % confidence
     */
    Bound now(Profiles measured, String profile, String request, Metric metric, int alike) {
        var arm = arm(measured, profile, request);
        var noise = known.of(profile, request, metric)
                .atLeast(arm(measured, profile, Profiles.ALL).wander(metric).heldLoosely())
                .atLeast(arm.wander(metric).heldLoosely());
        return bound(arm, metric, noise, 1 - (1 - SURE) / alike);
    }

    private SampledArm arm(Profiles measured, String profile, String request) {
        return new SampledArm(measured.arm(profile, request), bootstrap);
    }

    private static Bound bound(SampledArm arm, Metric metric, Noise noise, double sureBelow) {
        return metric == Metric.ERROR_RATE
                ? new Bound(
                        arm.arm().errorRate(), wilson(arm.arm(), -normal(sureBelow)), wilson(arm.arm(), normal(SURE)))
                : latency(arm, metric, noise, sureBelow);
    }

    private static Bound latency(SampledArm arm, Metric metric, Noise before, double sureBelow) {
        double value = metric.of(arm.arm().tally());
        if (value <= 0) {
            return new Bound(value, value, value);
        }
        var tests = arm.tests(metric);
        var uncertainty = Uncertainty.of(
                Uncertainty.ofSeconds(metric, tests),
                arm.arm().seconds().size() - 1.0,
                before.unlessBelied(Noise.within(metric, tests)),
                1.0 / tests.size());
        return new Bound(
                value,
                value * Math.exp(-uncertainty.halfWidth(sureBelow)),
                value * Math.exp(uncertainty.halfWidth(SURE)));
    }

    private static double normal(double sure) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(sure);
    }

    /** @param z standard errors from the share: negative for a lower bound */
    private static double wilson(Arm arm, double z) {
        double n = arm.requests();
        double share = arm.errorRate();
        double middle = share + z * z / (2 * n);
        double spread = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return Math.clamp((middle + spread) / (1 + z * z / n), 0, 1);
    }
}
