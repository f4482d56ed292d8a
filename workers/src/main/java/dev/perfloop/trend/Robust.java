package dev.perfloop.trend;

import java.util.Arrays;

/** Statistics that a few wild values do not move. */
final class Robust {
    /** Makes the median absolute deviation of normal values their standard deviation: 1 / the normal's third quartile. */
    static final double TO_SIGMA = 1.4826;

    private Robust() {}

    /** Of two middle values their mean; of none no number. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted);
    }

    static double ofSorted(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The standard deviation that normal values with this median absolute deviation would have. */
    static double sigma(double[] values) {
        double middle = median(values);
        return TO_SIGMA
                * median(Arrays.stream(values).map(it -> Math.abs(it - middle)).toArray());
    }
}
