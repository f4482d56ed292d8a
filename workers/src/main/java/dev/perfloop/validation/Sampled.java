package dev.perfloop.validation;

import java.util.Map;

/**
 * One load test with what is known of its own uncertainty.
 *
 * @param logVariances of each metric's logarithm, as far as the test's seconds tell: what would differ between two tests is
 *                     not in it
 * @param wanders      how much each metric wanders within the test
 */
record Sampled(Block block, Tally tally, Map<Metric, Double> logVariances, Map<Metric, Noise> wanders) {

    double value(Metric metric) {
        return metric.of(tally);
    }

    double log(Metric metric) {
        return Math.log(value(metric));
    }

    double logVariance(Metric metric) {
        return logVariances.getOrDefault(metric, 0.0);
    }

    /** A quantile that rests on too few responses to be split wanders as the middle does: what slows a machine slows all. */
    Noise wander(Metric metric) {
        var own = wanders.getOrDefault(metric, Noise.NONE);
        return own.degrees() > 0 ? own : wanders.getOrDefault(Metric.P50_MS, Noise.NONE);
    }
}
