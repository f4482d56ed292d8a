package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Medians in which what is longer ago counts less. */
final class Weighted {
    /** The mean distance from the middle of normal values, inverted: the root of half pi. */
    private static final double MEAN_TO_SIGMA = Math.sqrt(Math.PI / 2);

    record Value(double value, double weight) {}

    private Weighted() {}

    /** One half for each half-life of age. */
    static double weight(Instant at, Instant now, Duration halfLife) {
        return Math.pow(0.5, Duration.between(at, now).toMillis() / (double) halfLife.toMillis());
    }

    /** The value with half of the weight on either side; of none no number. */
    static double median(List<Value> values) {
        var ordered =
                values.stream().sorted(Comparator.comparingDouble(Value::value)).toList();
        double half = ordered.stream().mapToDouble(Value::weight).sum() / 2;
        double passed = 0;
        for (int i = 0; i < ordered.size(); i++) {
            passed += ordered.get(i).weight();
            if (passed > half * (1 + 1e-9)) {
                return ordered.get(i).value();
            }
            if (passed >= half * (1 - 1e-9)) {
                int following = Math.min(i + 1, ordered.size() - 1);
                return (ordered.get(i).value() + ordered.get(following).value()) / 2;
            }
        }
        return Double.NaN;
    }

    /**
     * The standard deviation that normal values with this median distance from {@code middle} would have; where most values are the
     * middle itself, with this mean distance, after Iglewicz and Hoaglin, "How to detect and handle outliers" (1993).
     */
    static double sigma(List<Value> values, double middle) {
        var distances = values.stream()
                .map(it -> new Value(Math.abs(it.value() - middle), it.weight()))
                .toList();
        double typical = median(distances);
        return typical > 0 ? Robust.TO_SIGMA * typical : MEAN_TO_SIGMA * mean(distances);
    }

    private static double mean(List<Value> values) {
        double weights = values.stream().mapToDouble(Value::weight).sum();
        return values.stream().mapToDouble(it -> it.value() * it.weight()).sum() / weights;
    }
}
