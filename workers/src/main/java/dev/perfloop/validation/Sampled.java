package dev.perfloop.validation;

import java.util.Map;

/**
 * One load test with what is known of its own uncertainty.
 *
 * @param logVariances of each metric's logarithm, as far as the test's seconds tell: what would differ between two tests is
 *                     not in it
 */
record Sampled(Block block, Tally tally, Map<Metric, Double> logVariances) {

    double value(Metric metric) {
        return metric.of(tally);
    }

    double log(Metric metric) {
        return Math.log(value(metric));
    }

    double logVariance(Metric metric) {
        return logVariances.getOrDefault(metric, 0.0);
    }
}
