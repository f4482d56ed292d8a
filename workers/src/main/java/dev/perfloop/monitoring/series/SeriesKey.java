package dev.perfloop.monitoring.series;

import org.jspecify.annotations.Nullable;

/**
 * A series of one target. Metric and subject tell it from the others.
 *
 * @param metric ends with its unit, as {@code request_mean_ms}
 * @param subject a request or the id of a statement; null for the whole
 * @param title what the subject is called in front of people
 * @param unit {@code ms}, {@code share}, {@code 1/s}, {@code bytes}, {@code bytes/s}, {@code s}, or {@code 1} for a count
 */
public record SeriesKey(
        Source source, String metric, @Nullable String subject, String title, String unit, Kind kind) {

    public static SeriesKey gauge(Source source, String metric, String unit) {
        return new SeriesKey(source, metric, null, "", unit, Kind.GAUGE);
    }

    public static SeriesKey rate(Source source, String metric, String unit) {
        return new SeriesKey(source, metric, null, "", unit, Kind.RATE);
    }

    public static SeriesKey percentile(Source source, String metric, String unit) {
        return new SeriesKey(source, metric, null, "", unit, Kind.PERCENTILE);
    }

    public SeriesKey of(String itsSubject) {
        return of(itsSubject, itsSubject);
    }

    public SeriesKey of(String itsSubject, String itsTitle) {
        return new SeriesKey(source, metric, itsSubject, itsTitle, unit, kind);
    }

    public Measured at(double value) {
        return new Measured(this, value);
    }
}
