package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How fast a metric grows, in its unit a day, as the median of the slopes between all pairs of values: a third of them may be wild.
 *
 * @param lowPerDay  with 95 % confidence it grows no slower
 * @param highPerDay nor faster
 * @param middle     the line goes through this value
 * @param middleAt   at this time
 */
public record Slope(double perDay, double lowPerDay, double highPerDay, double middle, Instant middleAt) {
    private static final double DAY = Duration.ofDays(1).toMillis();
    private static final double NORMAL_95 = 1.96;

    /**
     * After Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968). Neighbouring values of a metric
     * are alike, which makes the interval too narrow; it is widened after Hamed and Rao, "A modified Mann-Kendall trend test for
     * autocorrelated data", Journal of Hydrology 204 (1998).
     *
     * @param series at least three values
     */
    static Slope of(Series series) {
        int n = series.size();
        if (n < 3) {
            throw new IllegalArgumentException("A slope needs at least 3 values, not " + n);
        }
        double[] days = series.points().stream()
                .mapToDouble(it -> it.at().toEpochMilli() / DAY)
                .toArray();
        double[] values = series.values();
        double[] slopes = slopes(days, values);
        double perDay = Robust.ofSorted(slopes);
        double middleDay = Robust.median(days);
        double[] levelled = new double[n];
        for (int i = 0; i < n; i++) {
            levelled[i] = values[i] - perDay * (days[i] - middleDay);
        }
        double variance = n * (n - 1.0) * (2.0 * n + 5) / 18 * Math.max(1, inflation(levelled));
        double ranks = NORMAL_95 * Math.sqrt(variance);
        return new Slope(
                perDay,
                slopes[Math.clamp((long) Math.floor((slopes.length - ranks) / 2), 0, slopes.length - 1)],
                slopes[Math.clamp((long) Math.ceil((slopes.length + ranks) / 2), 0, slopes.length - 1)],
                Robust.median(levelled),
                Instant.ofEpochMilli((long) (middleDay * DAY)));
    }

    /** The interval leaves it open whether it grows at all. */
    public boolean isNone() {
        return lowPerDay <= 0 && highPerDay >= 0;
    }

    double at(Instant when, double slopePerDay) {
        return middle + slopePerDay * Duration.between(middleAt, when).toMillis() / DAY;
    }

    /** When a line of that slope through the middle reaches the limit; it must go towards it. */
    Instant reaches(double limit, double slopePerDay) {
        double daysAhead = Math.min((limit - middle) / slopePerDay, 365_000);
        return middleAt.plusMillis((long) (daysAhead * DAY));
    }

    private static double[] slopes(double[] days, double[] values) {
        int n = days.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[count++] = (values[j] - values[i]) / (days[j] - days[i]);
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    /** By how much the variance of Kendall's S is larger than of independent values: equation 8, over significant lags only. */
    private static double inflation(double[] levelled) {
        int n = levelled.length;
        double[] ranks = ranks(levelled);
        double mean = (n + 1) / 2.0;
        double square = 0;
        for (double rank : ranks) {
            square += (rank - mean) * (rank - mean);
        }
        double sum = 0;
        for (int lag = 1; lag < n - 2 && square > 0; lag++) {
            double together = 0;
            for (int i = 0; i + lag < n; i++) {
                together += (ranks[i] - mean) * (ranks[i + lag] - mean);
            }
            double correlation = together / square;
            if (Math.abs(correlation) > NORMAL_95 / Math.sqrt(n)) {
                sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * correlation;
            }
        }
        return 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0));
    }

    private static double[] ranks(double[] values) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int i = 0; i < order.size(); i++) {
            ranks[order.get(i)] = i + 1;
        }
        return ranks;
    }
}
