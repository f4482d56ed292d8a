package dev.perfloop.monitoring.source;

import java.util.Map;
import java.util.TreeMap;

/**
 * A percentile from the cumulative buckets of a Prometheus histogram, as {@code histogram_quantile} has it: the bucket that
 * holds it is taken as evenly filled, and what lies beyond the last bound is as much as that bound.
 */
final class Buckets {
    private final TreeMap<Double, Double> counts = new TreeMap<>();

    /** @param upTo the bucket's bound, in any unit */
    void add(double upTo, double count) {
        counts.merge(upTo, count, Double::sum);
    }

    /** Not a number when nothing was counted. */
    double quantile(double share) {
        double all = counts.isEmpty() ? 0 : counts.lastEntry().getValue();
        if (!(all > 0)) {
            return Double.NaN;
        }
        double rank = share * all;
        double below = 0;
        double bound = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            if (bucket.getValue() >= rank) {
                if (bucket.getKey().isInfinite()) {
                    return bound;
                }
                double inIt = bucket.getValue() - below;
                return inIt > 0 ? bound + (bucket.getKey() - bound) * (rank - below) / inIt : bucket.getKey();
            }
            below = bucket.getValue();
            bound = bucket.getKey();
        }
        return bound;
    }
}
