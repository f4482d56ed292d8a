package dev.perfloop.web.monitoring;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series of a target.
 *
 * @param subject a request or a statement's id; null for the whole
 * @param title what the subject is called in front of people; empty for the whole
 * @param value the newest in store of the last hours; null when there is none
 * @param usual what is usual at this hour; null while the past is too short
 */
record MonitoredSeriesView(
        int id,

        @Schema(implementation = Allowed.MetricSource.class) String source,

        String metric,
        @Nullable String subject,
        String title,
        String unit,

        @Schema(implementation = Allowed.SeriesKind.class) String kind,

        Instant firstAt,
        @Nullable Double value,
        @Nullable UsualView usual) {

    /** The band that values are usually in. */
    record UsualView(double low, double mid, double high) {}
}
