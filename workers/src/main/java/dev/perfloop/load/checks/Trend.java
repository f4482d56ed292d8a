package dev.perfloop.load.checks;

import java.util.Arrays;

/**
 * Whether a series rises or falls all through, whatever its distribution: the test of Mann (1945) and Kendall (1975) with
 * the slope of Theil (1950) and Sen (1968). Serial correlation, which makes the plain test see trends in noise, is taken
 * into its variance as Hamed and Rao do ("A modified Mann-Kendall trend test for autocorrelated data", J. Hydrology 204,
 * 1998), with the lag-1 correlation of the detrended series.
 *
 * @param slope median change a step
 * @param z standard score of the trend
 */
record Trend(double slope, double z, int length) {
    /** Two-sided error of 1 %: a run has many series, and a false alarm costs a person's time. */
    private static final double SIGNIFICANT = 2.576;

    static final int FEWEST = 10;

    static Trend of(double... series) {
        int n = series.length;
        if (n < FEWEST) {
            return new Trend(0, 0, n);
        }
        long s = 0;
        var slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += Math.round(Math.signum(series[j] - series[i]));
                slopes[k++] = (series[j] - series[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        double slope = slopes.length % 2 == 1
                ? slopes[slopes.length / 2]
                : (slopes[slopes.length / 2 - 1] + slopes[slopes.length / 2]) / 2;
        double variance = n * (n - 1.0) * (2.0 * n + 5) / 18 * inflation(series, slope);
        double z = s == 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
        return new Trend(slope, z, n);
    }

    boolean isSignificant() {
        return Math.abs(z) > SIGNIFICANT;
    }

    /** From the first to the last value. */
    double change() {
        return slope * (length - 1);
    }

    /** (1 + r) / (1 - r): how much wider the sums of a first-order autoregressive series scatter; never below one. */
    private static double inflation(double[] series, double slope) {
        int n = series.length;
        var rest = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            rest[i] = series[i] - slope * i;
            mean += rest[i] / n;
        }
        double lagged = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (rest[i] - mean) * (rest[i] - mean);
            lagged += i == 0 ? 0 : (rest[i] - mean) * (rest[i - 1] - mean);
        }
        double r = squares == 0 ? 0 : Math.clamp(lagged / squares, 0, 0.95);
        return (1 + r) / (1 - r);
    }
}
