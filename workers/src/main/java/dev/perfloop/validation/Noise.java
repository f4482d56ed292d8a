package dev.perfloop.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * How much a latency differs from one load test to the next while nothing is changed, beyond what its seconds tell: compiled
 * code, caches, the neighbours on the machine.
 *
 * @param spread  standard deviation of the latency's logarithm; 0.02 is about 2 %
 * @param degrees of freedom: how well it is known
 */
record Noise(double spread, double degrees) {
    private static final double SURPRISE = 0.1;
    private static final double RARE = 0.01;
    /** No machine is known to be calmer. */
    private static final double LEAST = 0.01;

    static final Noise NONE = new Noise(0, 0);

    /** Where nothing was measured yet: a quiet machine's, held loosely, so that small effects need more than one test each. */
    static final Noise UNKNOWN = new Noise(0.02, 6);

    double variance() {
        return spread * spread;
    }

    /** Both findings, each with its own weight. */
    Noise and(Noise other) {
        double together = degrees + other.degrees;
        return together == 0
                ? this
                : new Noise(Math.sqrt((degrees * variance() + other.degrees * other.variance()) / together), together);
    }

    /**
     * Both findings, unless {@code seen} belies this one: a guess, or a machine that has changed since, must not talk down what the
     * tests themselves show. That is so when its variance is larger by more than chance explains in one of ten (F-test). Then the
     * spread is theirs, and half of what was taken for known steadies it, as few tests alone could not tell the largest effect.
     */
    Noise unlessBelied(Noise seen) {
        return isBeliedBy(seen) ? seen.steadiedBy(this) : fadedBeside(seen).and(seen);
    }

    /** The more tests speak for themselves, the less weighs what was held before: a guess of six degrees is two beside eighteen. */
    private Noise fadedBeside(Noise seen) {
        return new Noise(spread, degrees * Math.min(1, UNKNOWN.degrees / Math.max(1, seen.degrees)));
    }

    /** As loosely as a guess: what is seen of it later weighs more. */
    Noise heldLoosely() {
        return new Noise(spread, Math.min(degrees, UNKNOWN.degrees));
    }

    /**
     * What two sides of a comparison tell of the machine that both ran on: where one is restless by more than chance explains in one of a
     * hundred, that is the service's own doing, and the calmer one tells.
     */
    Noise inCommonWith(Noise other) {
        if (degrees == 0 || other.degrees == 0) {
            return degrees == 0 ? other : this;
        }
        return isBeliedBy(other, RARE) ? this : other.isBeliedBy(this, RARE) ? other : and(other);
    }

    /** This one, unless {@code seen} belies it: what shows only a part of the noise can show that there is more, and never that there is less. */
    Noise atLeast(Noise seen) {
        return isBeliedBy(seen) ? seen.steadiedBy(this) : this;
    }

    private boolean isBeliedBy(Noise seen) {
        return seen.degrees > 0 && degrees > 0 && isBeliedBy(seen, SURPRISE);
    }

    private boolean isBeliedBy(Noise seen, double chance) {
        double most = new FDistribution(null, seen.degrees, degrees).inverseCumulativeProbability(1 - chance);
        return seen.variance() > most * Math.max(variance(), LEAST * LEAST);
    }

    private Noise steadiedBy(Noise known) {
        return new Noise(spread, degrees + known.degrees / 2);
    }

    /** What tests of one side tell, drift and all. */
    static Noise within(Metric metric, List<Sampled> side) {
        return side.size() < 2
                ? NONE
                : of(
                        squares(side.stream().mapToDouble(it -> it.log(metric)).toArray()),
                        mean(metric, side),
                        side.size() - 1,
                        1);
    }

    /** What pairs of tests tell, the n-th of one side with the n-th of the other: drift over all of them is in neither. */
    static Noise ofPairs(Metric metric, List<Sampled> before, List<Sampled> after) {
        double[] differences = IntStream.range(0, before.size())
                .mapToDouble(i -> after.get(i).log(metric) - before.get(i).log(metric))
                .toArray();
        return of(squares(differences), mean(metric, before) + mean(metric, after), before.size() - 1, 2);
    }

    /** Of two tests a difference has twice the variance of one. */
    private static Noise of(double squares, double explained, int degrees, int tests) {
        return new Noise(Math.sqrt(Math.max(0, squares / degrees - explained) / tests), degrees);
    }

    private static double mean(Metric metric, List<Sampled> side) {
        return side.stream().mapToDouble(it -> it.logVariance(metric)).average().orElse(0);
    }

    private static double squares(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
    }
}
