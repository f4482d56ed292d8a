package dev.perfloop.load;

import org.HdrHistogram.Histogram;

/**
 * What a stretch of load came to. Latencies in milliseconds, failed requests included.
 *
 * @param throughput responses and failures a second
 * @param errorRate share of failures, 0 to 1
 */
record Figures(
        double p50Ms,
        double p95Ms,
        double p99Ms,
        double meanMs,
        double maxMs,
        double throughput,
        double errorRate,
        long count) {

    /** @param micros exact merge of the histograms of those seconds */
    static Figures of(Histogram micros, long errors, int seconds) {
        long count = micros.getTotalCount();
        return new Figures(
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(95)),
                millis(micros.getValueAtPercentile(99)),
                millis(count == 0 ? 0 : micros.getMean()),
                millis(micros.getMaxValue()),
                seconds == 0 ? 0 : (double) count / seconds,
                count == 0 ? 0 : (double) errors / count,
                count);
    }

    private static double millis(double micros) {
        return Math.round(micros) / 1000.0;
    }
}
