package dev.perfloop.load.checks;

import java.util.Arrays;

/** Whether what is judged had settled, once the warm-up was cut away. Pure. */
public final class Steadiness {
    private static final String SUBJECT = "Steady state";
    /** More points would not sharpen the trend's test, whose cost grows with their square. */
    private static final int MOST = 60;
    /** A trend below this share of the median does not move a verdict. */
    private static final double SETTLED = 0.1;

    private Steadiness() {}

    /**
     * An open model makes this visible: where more arrives than is answered, the queue and with it the latency grows until
     * the load ends. That is the service's behaviour, so it is said and judged.
     *
     * @param latencies mean latency of each second that is judged, milliseconds
     * @param cut seconds cut away at the head, after the planned warm-up
     */
    public static Check check(double[] latencies, int cut) {
        double[] points = thinned(latencies);
        if (points.length < Trend.FEWEST) {
            return Check.notLookedAt(
                    SUBJECT, "%d s are too short to tell: let the test last longer.", latencies.length);
        }
        Trend trend = Trend.of(points);
        double median = median(points);
        return trend.isSignificant() && Math.abs(trend.change()) > SETTLED * median
                ? Check.noted(
                        SUBJECT,
                        "None: after %d s more of warm-up the latency still %s by %.1f ms in %d s, around %.1f ms. %s",
                        cut,
                        trend.change() > 0 ? "rose" : "fell",
                        Math.abs(trend.change()),
                        latencies.length,
                        median,
                        trend.change() > 0
                                ? "More may arrive than the service can answer."
                                : "Raise the warm-up (perfloop.load.*.warmup).")
                : Check.fine(SUBJECT, "Reached; %d s more than the planned warm-up were cut.", cut);
    }

    private static double[] thinned(double[] series) {
        int count = Math.min(MOST, series.length);
        var points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = median(Arrays.copyOfRange(series, i * series.length / count, (i + 1) * series.length / count));
        }
        return points;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
