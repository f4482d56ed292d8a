package dev.perfloop.web.monitoring;

import dev.perfloop.web.monitoring.MonitoredSeriesView.UsualView;
import dev.perfloop.web.monitoring.SeriesValuesView.SeriesBucketView;
import dev.perfloop.web.monitoring.SeriesValuesView.SeriesResolution;
import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.usual.UsualWeek;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MonitoredSeriesRepository {
    private static final String SERIES = """
            SELECT s.*, r.value, r.baseline_low, r.baseline_mid, r.baseline_high
            FROM series s
            LEFT JOIN assessment a ON a.id = (
                SELECT id FROM assessment WHERE target_id = s.target_id ORDER BY at DESC LIMIT 1)
            LEFT JOIN assessment_reading r ON r.assessment_id = a.id AND r.series_id = s.id
            """;

    private static final String RAW = """
            SELECT min(v.value) AS low, max(v.value) AS high,
                   sum(v.value * w.weight) / nullif(sum(w.weight), 0) AS mean
            FROM series d
            JOIN sample s ON s.target_id = d.target_id AND s.source = d.source AND s.at >= b.at AND s.at < b.at + :step::interval
            CROSS JOIN LATERAL unnest(s.series, s.value) AS v (series, value)
            CROSS JOIN LATERAL (SELECT CASE WHEN d.kind = 'RATE' THEN s.seconds ELSE 1 END AS weight) w
            WHERE d.id = :id AND v.series = d.id""";

    private final JdbcClient jdbc;

    MonitoredSeriesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MonitoredSeriesView> of(String target) {
        return jdbc.sql(SERIES + "WHERE s.target_id = :target ORDER BY s.source, s.metric, s.title, s.id")
                .param("target", target)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<MonitoredSeriesView> find(int id) {
        return jdbc.sql(SERIES + "WHERE s.id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    Buckets.Store store(int id) {
        Map<SeriesResolution, Instant> keptSince = new EnumMap<>(SeriesResolution.class);
        jdbc.sql("SELECT resolution, kept_since FROM sample_mark").query(row -> {
            keptSince.put(SeriesResolution.valueOf(row.getString("resolution")), Columns.instant(row, "kept_since"));
        });
        return jdbc.sql("""
                        SELECT s.source, coalesce(m.every_seconds, 15) AS every
                        FROM series s LEFT JOIN monitoring m USING (target_id)
                        WHERE s.id = :id""")
                .param("id", id)
                .query((row, n) -> new Buckets.Store(row.getString("source"), row.getInt("every"), keptSince))
                .single();
    }

    /** One row a bucket, with nothing in those that have no reading; none for time that is not rolled up yet. */
    List<SeriesBucketView> values(int id, Buckets buckets, UsualWeek usual) {
        String step = buckets.step().toSeconds() + " s";
        return (buckets.resolution() == SeriesResolution.RAW
                        ? jdbc.sql("""
                                SELECT b.at, t.low, t.mean, t.high
                                FROM generate_series(:from::timestamptz, :until::timestamptz - interval '1 ms', :step::interval) AS b (at)
                                LEFT JOIN LATERAL (%s) t ON true
                                ORDER BY b.at""".formatted(RAW))
                        : jdbc.sql("""
                                SELECT b.at, t.low, t.mean, t.high
                                FROM generate_series(:from::timestamptz, least(:until::timestamptz,
                                         (SELECT until FROM sample_mark WHERE resolution = :resolution)) - interval '1 ms',
                                         :step::interval) AS b (at)
                                LEFT JOIN (
                                    SELECT date_bin(:step::interval, at, :from::timestamptz) AS at, min(low) AS low, max(high) AS high,
                                           sum(total) / nullif(sum(weight), 0) AS mean
                                    FROM sample_%s
                                    WHERE series_id = :id AND at >= :from AND at < :until
                                    GROUP BY 1) t USING (at)
                                ORDER BY b.at""".formatted(buckets.resolution().name().toLowerCase(Locale.ROOT)))
                                .param("resolution", buckets.resolution().name()))
                .param("id", id)
                .param("from", buckets.from().atOffset(ZoneOffset.UTC))
                .param("until", buckets.until().atOffset(ZoneOffset.UTC))
                .param("step", step)
                .query((row, n) -> {
                    Instant at = Columns.instant(row, "at");
                    var band = usual.at(at.plus(buckets.step().dividedBy(2)));
                    return new SeriesBucketView(
                            at,
                            Columns.doubleOrNull(row, "low"),
                            Columns.doubleOrNull(row, "mean"),
                            Columns.doubleOrNull(row, "high"),
                            band.map(UsualWeek.Band::low).orElse(null),
                            band.map(UsualWeek.Band::high).orElse(null));
                })
                .list();
    }

    private static MonitoredSeriesView view(ResultSet row) throws SQLException {
        return new MonitoredSeriesView(
                row.getInt("id"),
                row.getString("source"),
                row.getString("metric"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("unit"),
                row.getString("kind"),
                Columns.instant(row, "first_at"),
                Columns.doubleOrNull(row, "value"),
                usual(row));
    }

    private static @Nullable UsualView usual(ResultSet row) throws SQLException {
        Double mid = Columns.doubleOrNull(row, "baseline_mid");
        return mid == null ? null : new UsualView(row.getDouble("baseline_low"), mid, row.getDouble("baseline_high"));
    }
}
