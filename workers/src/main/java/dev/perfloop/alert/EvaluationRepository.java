package dev.perfloop.alert;

import dev.perfloop.alert.Watch.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What monitoring keeps, as far as it is judged, and how each series stands. */
@Repository
class EvaluationRepository {
    private final JdbcClient jdbc;

    EvaluationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Assessed> assessed(UUID id) {
        var readings = readings(id);
        return jdbc.sql("""
                        SELECT a.id, a.target_id, a.at, a.rests_on IN ('REAL_TIME', 'DELAYED') AS rests, t.definition
                        FROM assessment a
                        JOIN target t ON t.name = a.target_id
                        WHERE a.id = :id""")
                .param("id", id)
                .query((row, n) -> new Assessed(
                        id,
                        row.getString("target_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("rests"),
                        row.getString("definition"),
                        readings))
                .optional();
    }

    /** When the target was last judged. */
    Optional<Instant> lastJudged(String target) {
        return jdbc.sql("SELECT at FROM evaluation WHERE target_id = :target")
                .param("target", target)
                .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * From here to the end of the transaction nobody else judges the target. False when this assessment was judged already, or a
     * later one.
     */
    boolean begin(Assessed assessed) {
        return jdbc.sql("""
                        INSERT INTO evaluation AS e (target_id, assessment_id, at)
                        VALUES (:target, :id, :at)
                        ON CONFLICT (target_id) DO UPDATE
                        SET assessment_id = excluded.assessment_id, at = excluded.at
                        WHERE e.at < excluded.at""")
                        .param("target", assessed.target())
                        .param("id", assessed.id())
                        .param("at", assessed.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Map<Integer, Watch> watches(String target) {
        Map<Integer, Watch> watches = new HashMap<>();
        jdbc.sql("SELECT series_id, phase, severity, since FROM threshold_watch WHERE target_id = :target")
                .param("target", target)
                .query(row -> {
                    watches.put(row.getInt("series_id"), watch(row));
                });
        return watches;
    }

    /** Calm ones have no row. */
    void keep(String target, Map<Integer, Watch> watches) {
        watches.forEach((series, watch) -> {
            if (watch.phase() == Phase.CALM) {
                jdbc.sql("DELETE FROM threshold_watch WHERE series_id = :series")
                        .param("series", series)
                        .update();
            } else {
                keep(target, series, watch);
            }
        });
    }

    private void keep(String target, int series, Watch watch) {
        jdbc.sql("""
                        INSERT INTO threshold_watch (series_id, target_id, phase, severity, since)
                        VALUES (:series, :target, :phase, :severity, :since)
                        ON CONFLICT (series_id) DO UPDATE
                        SET phase = excluded.phase, severity = excluded.severity, since = excluded.since""")
                .param("series", series)
                .param("target", target)
                .param("phase", watch.phase().name())
                .param("severity", watch.severity().name())
                .param("since", watch.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Reading> readings(UUID assessment) {
        return jdbc.sql("""
                        SELECT r.series_id, r.metric, r.subject, s.title, r.unit, r.value, r.baseline_mid, r.baseline_high
                        FROM assessment_reading r
                        JOIN series s ON s.id = r.series_id
                        WHERE r.assessment_id = :id
                        ORDER BY r.series_id""")
                .param("id", assessment)
                .query((row, n) -> new Reading(
                        row.getInt("series_id"),
                        row.getString("metric"),
                        row.getString("subject"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getDouble("value"),
                        row.getObject("baseline_mid", Double.class),
                        row.getObject("baseline_high", Double.class)))
                .list();
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                Phase.valueOf(row.getString("phase")),
                Severity.valueOf(row.getString("severity")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
