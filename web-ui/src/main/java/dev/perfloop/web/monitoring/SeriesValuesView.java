package dev.perfloop.web.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series between two times.
 *
 * @param resolution what it is made of: readings, or minutes, hours or days that readings were rolled up to
 * @param stepSeconds from one bucket to the next
 */
record SeriesValuesView(
        MonitoredSeriesView series, SeriesResolution resolution, long stepSeconds, List<SeriesBucketView> buckets) {

    enum SeriesResolution {
        RAW,
        MINUTE,
        HOUR,
        DAY
    }

    /**
     * The time that begins at {@code at}; without a reading in it there is no value, and none is made up.
     *
     * @param usualLow the lower edge of what is usual at that hour of the week, as last worked out; null where that is not known
     * @param usualHigh its upper edge
     */
    record SeriesBucketView(
            Instant at,
            @Nullable Double low,
            @Nullable Double mean,
            @Nullable Double high,
            @Nullable Double usualLow,
            @Nullable Double usualHigh) {}
}
