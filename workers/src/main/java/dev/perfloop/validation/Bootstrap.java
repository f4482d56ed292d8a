package dev.perfloop.validation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws what a load test might as well have measured, by resampling its seconds: it assumes nothing about the shape of the
 * latencies and looks at the tail as readily as at the middle.
 */
final class Bootstrap {
    private static final int DRAWS = 500;

    private final RandomGenerator random;
    private final Map<Block, Sampled> sampled = new IdentityHashMap<>();

    Bootstrap(RandomGenerator random) {
        this.random = random;
    }

    /** Each of the arm's tests by itself. */
    List<Sampled> sample(Arm arm) {
        return arm.blocks().stream().map(this::sample).toList();
    }

    /** A test that several comparisons look at is sampled once. */
    Sampled sample(Block block) {
        return sampled.computeIfAbsent(block, this::sampleAnew);
    }

    private Sampled sampleAnew(Block block) {
        Map<Metric, Double> variances = new EnumMap<>(Metric.class);
        Map<Metric, Noise> wanders = new EnumMap<>(Metric.class);
        draws(Arm.of(block)).forEach((metric, values) -> variances.put(metric, logVariance(values)));
        Arrays.stream(Metric.values())
                .filter(Metric::isLatency)
                .forEach(metric -> wanders.put(metric, Wander.of(metric, block)));
        return new Sampled(block, Arm.of(block).tally(), variances, wanders);
    }

    /** The bound below which a metric of one arm stays with 95 % confidence (one-sided). */
    double upperBound(Metric metric, Arm arm) {
        return bound(metric, arm, 0.95);
    }

    /** The bound above which it stays. */
    double lowerBound(Metric metric, Arm arm) {
        return bound(metric, arm, 0.05);
    }

    private double bound(Metric metric, Arm arm, double share) {
        double[] sorted = draws(arm).getOrDefault(metric, new double[] {0});
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * share)];
    }

    private Map<Metric, double[]> draws(Arm arm) {
        Map<Metric, double[]> draws = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            draws.put(metric, new double[DRAWS]);
        }
        var tally = new Tally();
        for (int i = 0; i < DRAWS; i++) {
            tally.clear();
            arm.blocks().forEach(block -> block.resample(random, tally::add));
            for (var draw : draws.entrySet()) {
                draw.getValue()[i] = draw.getKey().of(tally);
            }
        }
        return draws;
    }

    private static double logVariance(double[] values) {
        double[] logs =
                Arrays.stream(values).filter(it -> it > 0).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        return Arrays.stream(logs).map(it -> (it - mean) * (it - mean)).sum() / Math.max(1, logs.length - 1);
    }
}
