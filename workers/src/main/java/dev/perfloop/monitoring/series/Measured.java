package dev.perfloop.monitoring.series;

/** The value of a series in one reading. */
public record Measured(SeriesKey key, double value) {

    /** What is no number, as zero divided by zero, is no reading. */
    public boolean isNumber() {
        return Double.isFinite(value);
    }
}
