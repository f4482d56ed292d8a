package dev.perfloop.monitoring;

import dev.perfloop.monitoring.Usual.Band;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.trend.Point;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the levels that assessments rest on, and keeps the assessments. */
@Repository
class AssessmentRepository {
    private static final List<String> OWN = Stream.of(Source.values())
            .filter(Source::isTheTargetsOwn)
            .map(Source::name)
            .toList();

    private final JdbcClient jdbc;

    AssessmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a source that is the target's own. */
    boolean hasReading(String target, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM sample
                                       WHERE target_id = :target AND at > :since AND source IN (:own))""")
                .param("own", OWN)
                .param("target", target)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    boolean hasPast(String target, List<Instant> hours) {
        return hours.stream()
                .anyMatch(hour -> jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM sample_hour h
                                       WHERE h.at = date_trunc('hour', :hour::timestamptz, 'UTC')
                                         AND h.series_id IN (SELECT id FROM series WHERE target_id = :target))""")
                        .param("target", target)
                        .param("hour", hour.atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single());
    }

    /** The mean of each series over the time; of what was last told where that is no longer than a reading. */
    List<Level> levels(String target, Instant since, Instant until) {
        return jdbc.sql("""
                        SELECT d.id, d.metric, d.subject, d.unit, sum(v.value * w.weight) / nullif(sum(w.weight), 0) AS value
                        FROM sample s
                        CROSS JOIN LATERAL unnest(s.series, s.value) AS v (series, value)
                        JOIN series d ON d.id = v.series
                        CROSS JOIN LATERAL (SELECT CASE WHEN d.kind = 'RATE' THEN s.seconds ELSE 1 END AS weight) w
                        WHERE s.target_id = :target AND s.at > :since AND s.at <= :until AND s.source <> 'COLLECTOR'
                        GROUP BY d.id
                        HAVING sum(w.weight) > 0""")
                .param("target", target)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> level(row))
                .list();
    }

    /** The mean of each series over these hours. */
    List<Level> levels(String target, List<Instant> hours) {
        return jdbc.sql("""
                        SELECT d.id, d.metric, d.subject, d.unit, sum(h.total) / nullif(sum(h.weight), 0) AS value
                        FROM sample_hour h
                        JOIN series d ON d.id = h.series_id
                        WHERE d.target_id = :target AND d.source <> 'COLLECTOR'
                          AND h.at IN (:hours)
                        GROUP BY d.id
                        HAVING sum(h.weight) > 0""")
                .param("target", target)
                .param(
                        "hours",
                        hours.stream()
                                .map(hour -> hour.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                                .toList())
                .query((row, n) -> level(row))
                .list();
    }

    /** Minutes of these series within the hour that begins then. */
    Map<Integer, List<Point>> minutes(Collection<Integer> series, Instant hour) {
        Map<Integer, List<Point>> points = new HashMap<>();
        jdbc.sql("""
                        SELECT series_id, at, total / weight AS value
                        FROM sample_minute
                        WHERE series_id = ANY (:series) AND at >= :from AND at < :until AND weight > 0""")
                .param("series", series.toArray(Integer[]::new))
                .param("from", hour.atOffset(ZoneOffset.UTC))
                .param("until", hour.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    points.computeIfAbsent(row.getInt("series_id"), id -> new ArrayList<>())
                            .add(new Point(row.getTimestamp("at").toInstant(), row.getDouble("value")));
                });
        return points;
    }

    /** Hours of these series since then. */
    Map<Integer, List<Point>> hours(Collection<Integer> series, Instant since) {
        Map<Integer, List<Point>> points = new HashMap<>();
        jdbc.sql("""
                        SELECT series_id, at, total / weight AS value
                        FROM sample_hour
                        WHERE series_id = ANY (:series) AND at >= :since AND weight > 0""")
                .param("series", series.toArray(Integer[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    points.computeIfAbsent(row.getInt("series_id"), id -> new ArrayList<>())
                            .add(new Point(row.getTimestamp("at").toInstant(), row.getDouble("value")));
                });
        return points;
    }

    @Transactional
    public void keep(
            UUID id,
            String target,
            Instant at,
            RestsOn restsOn,
            String words,
            List<Level> levels,
            Map<Integer, Band> usual) {
        jdbc.sql(
                        "INSERT INTO assessment (id, target_id, at, rests_on, words) VALUES (:id, :target, :at, :restsOn, :words)")
                .param("id", id)
                .param("target", target)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("restsOn", restsOn.name())
                .param("words", words)
                .update();
        var bands = levels.stream()
                .map(level -> usual.getOrDefault(level.series(), Band.UNKNOWN))
                .toList();
        jdbc.sql("""
                        INSERT INTO assessment_reading (assessment_id, series_id, metric, subject, value, unit,
                                                        baseline_low, baseline_mid, baseline_high, change)
                        SELECT :id, r.*
                        FROM unnest(:series::int[], :metrics::text[], :subjects::text[], :values::float8[], :units::text[],
                                    :lows::float8[], :mids::float8[], :highs::float8[], :changes::text[]) r""")
                .param("id", id)
                .param("series", levels.stream().map(Level::series).toArray(Integer[]::new))
                .param("metrics", levels.stream().map(Level::metric).toArray(String[]::new))
                .param("subjects", levels.stream().map(Level::subject).toArray(String[]::new))
                .param("values", levels.stream().map(Level::value).toArray(Double[]::new))
                .param("units", levels.stream().map(Level::unit).toArray(String[]::new))
                .param("lows", bands.stream().map(Band::low).toArray(Double[]::new))
                .param("mids", bands.stream().map(Band::mid).toArray(Double[]::new))
                .param("highs", bands.stream().map(Band::high).toArray(Double[]::new))
                .param("changes", bands.stream().map(Band::change).toArray(String[]::new))
                .update();
    }

    private static Level level(ResultSet row) throws SQLException {
        return new Level(
                row.getInt("id"),
                row.getString("metric"),
                row.getString("subject"),
                row.getString("unit"),
                row.getDouble("value"));
    }
}
