package dev.perfloop.validation;

/**
 * Logarithmic bins for latencies, 1 % wide: fine enough that binning never decides a verdict (tolerances are 5 % and
 * more), coarse enough that a thousand bootstrap samples cost milliseconds.
 */
final class LatencyScale {
    /** From 1 microsecond to over 5 minutes. */
    static final int BINS = 2000;

    private static final double GROWTH = Math.log(1.01);

    private LatencyScale() {}

    static int binOf(long micros) {
        return micros <= 1 ? 0 : Math.min(BINS - 1, (int) (Math.log(micros) / GROWTH));
    }

    /** The middle of the bin, in milliseconds. */
    static double millisOf(int bin) {
        return Math.exp((bin + 0.5) * GROWTH) / 1000;
    }
}
