package dev.perfloop.web.thresholds;

import dev.perfloop.contract.threshold.Firings.Value;
import dev.perfloop.contract.threshold.Threshold;
import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.thresholds.ThresholdView.SeriesThresholdView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ThresholdRepository {
    /** What held at the newest assessment is of no account where somebody has set or taken away an own one since. */
    private static final String SERIES = """
            SELECT s.*, r.value, t.*, t.series_id IS NOT NULL AS holds
            FROM series s
            LEFT JOIN LATERAL (
                SELECT series_id, warning, critical, direction, lasting_seconds, clear_share, 'OWN' AS threshold_from,
                       set_at AS since, set_by
                FROM own_threshold WHERE series_id = s.id
                UNION ALL
                SELECT series_id, warning, critical, direction, lasting_seconds, clear_share, threshold_from, since, NULL
                FROM threshold_held WHERE series_id = s.id AND threshold_from <> 'OWN'
                ORDER BY set_by NULLS LAST
                LIMIT 1) t ON true
            LEFT JOIN assessment a ON a.id = (
                SELECT id FROM assessment WHERE target_id = s.target_id ORDER BY at DESC LIMIT 1)
            LEFT JOIN assessment_reading r ON r.assessment_id = a.id AND r.series_id = s.id
            """;

    private final JdbcClient jdbc;

    ThresholdRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without what tells of the collecting itself, which is not assessed. */
    List<SeriesThresholdView> of(String target) {
        return jdbc.sql(
                        SERIES
                                + "WHERE s.target_id = :target AND s.source <> 'COLLECTOR' ORDER BY s.source, s.metric, s.title, s.id")
                .param("target", target)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<SeriesThresholdView> find(int id) {
        return jdbc.sql(SERIES + "WHERE s.id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    void set(int id, Threshold threshold, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO own_threshold
                            (series_id, warning, critical, direction, lasting_seconds, clear_share, set_by, set_at)
                        VALUES (:id, :warning, :critical, :direction, :lasting, :clear, :by, :now)
                        ON CONFLICT (series_id) DO UPDATE
                        SET warning = excluded.warning, critical = excluded.critical, direction = excluded.direction,
                            lasting_seconds = excluded.lasting_seconds, clear_share = excluded.clear_share,
                            set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("id", id)
                .param("warning", threshold.warning())
                .param("critical", threshold.critical())
                .param("direction", threshold.direction().name())
                .param("lasting", threshold.lasting().toSeconds())
                .param("clear", threshold.clearShare())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when there was none. */
    boolean unset(int id) {
        return jdbc.sql("DELETE FROM own_threshold WHERE series_id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** As its target is assessed, but at least a minute, as minutes are what is kept for weeks. */
    int stepSeconds(int id) {
        return jdbc.sql("""
                        SELECT greatest(60, coalesce(max(m.cycle_seconds), 60))
                        FROM series s LEFT JOIN monitoring m USING (target_id)
                        WHERE s.id = :id""").param("id", id).query(Integer.class).single();
    }

    /** One value a step, oldest first. */
    List<Value> history(int id, Instant from, Instant until, int stepSeconds) {
        return jdbc.sql("""
                        SELECT date_bin(make_interval(secs => :step), at, 'epoch') AS step, sum(total) / sum(weight) AS value
                        FROM sample_minute
                        WHERE series_id = :id AND at >= :from AND at < :until AND weight > 0
                        GROUP BY 1
                        ORDER BY 1""")
                .param("id", id)
                .param("step", stepSeconds)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Value(Columns.instant(row, "step"), row.getDouble("value")))
                .list();
    }

    private static SeriesThresholdView view(ResultSet row) throws SQLException {
        return new SeriesThresholdView(
                row.getInt("id"),
                row.getString("target_id"),
                row.getString("source"),
                row.getString("metric"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("unit"),
                Columns.doubleOrNull(row, "value"),
                threshold(row));
    }

    private static @Nullable ThresholdView threshold(ResultSet row) throws SQLException {
        return row.getBoolean("holds")
                ? new ThresholdView(
                        row.getDouble("warning"),
                        row.getDouble("critical"),
                        Direction.valueOf(row.getString("direction")),
                        row.getInt("lasting_seconds"),
                        row.getDouble("clear_share"),
                        row.getString("threshold_from"),
                        Columns.instant(row, "since"),
                        row.getString("set_by"))
                : null;
    }
}
