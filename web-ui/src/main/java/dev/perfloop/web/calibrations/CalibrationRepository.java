package dev.perfloop.web.calibrations;

import dev.perfloop.contract.CalibratedFor;
import dev.perfloop.web.calibrations.CalibrationView.NoiseView;
import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.targets.LoadPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalibrationRepository {
    /** With the surroundings that the target's newest judged run met. */
    private static final String CALIBRATIONS = """
            SELECT r.id, r.target, r.intensity, r.status, r.outcome, r.requested_at, r.target_definition,
                   coalesce(t.definition, r.target_definition) AS definition,
                   c.wanted, c.tests, c.left_out, c.comparisons, c.false_alarms, c.false_alarms_at_most, c.words,
                   c.calibrated_at, s.cpus, s.postgres, now.cpus AS cpus_now, now.postgres AS postgres_now
            FROM calibration c
            JOIN run r ON r.id = c.run_id
            LEFT JOIN target t ON t.name = r.target
            LEFT JOIN run_surroundings s ON s.run_id = c.run_id
            LEFT JOIN LATERAL (
                SELECT seen.cpus, seen.postgres
                FROM run_surroundings seen
                JOIN run other ON other.id = seen.run_id
                WHERE other.target = r.target
                ORDER BY seen.seen_at DESC
                LIMIT 1) now ON true
            """;

    private final JdbcClient jdbc;

    CalibrationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void want(String runId, int tests) {
        jdbc.sql("INSERT INTO calibration (run_id, wanted) VALUES (:id, :tests)")
                .param("id", runId)
                .param("tests", tests)
                .update();
    }

    Optional<CalibrationView> find(String runId, Instant now) {
        return jdbc.sql(CALIBRATIONS + "WHERE r.id = :id")
                .param("id", runId)
                .query((row, n) -> view(row, now))
                .optional();
    }

    Optional<CalibrationView> latest(String target, Instant now) {
        return jdbc.sql(CALIBRATIONS + """
                        WHERE r.target = :target AND c.calibrated_at IS NOT NULL
                        ORDER BY c.calibrated_at DESC
                        LIMIT 1
                        """)
                .param("target", target)
                .query((row, n) -> view(row, now))
                .optional();
    }

    private CalibrationView view(ResultSet row, Instant now) throws SQLException {
        Instant calibratedAt = Columns.instantOrNull(row, "calibrated_at");
        return new CalibrationView(
                row.getString("id"),
                row.getString("target"),
                row.getString("intensity"),
                row.getString("status"),
                row.getString("outcome"),
                Columns.instant(row, "requested_at"),
                row.getInt("wanted"),
                row.getObject("tests", Integer.class),
                row.getObject("left_out", Integer.class),
                row.getObject("comparisons", Integer.class),
                row.getObject("false_alarms", Integer.class),
                Columns.doubleOrNull(row, "false_alarms_at_most"),
                row.getString("words"),
                calibratedAt,
                row.getObject("cpus", Integer.class),
                row.getString("postgres"),
                stale(row, calibratedAt, now),
                noise(row.getString("id")));
    }

    private static List<String> stale(ResultSet row, @Nullable Instant at, Instant now) throws SQLException {
        String postgres = row.getString("postgres");
        if (at == null || postgres == null) {
            return List.of();
        }
        var made = new CalibratedFor(at, row.getInt("cpus"), postgres);
        boolean sameLoad = LoadPart.isSame(row.getString("target_definition"), row.getString("definition"));
        List<String> stale =
                new ArrayList<>(made.changedSince(sameLoad, row.getInt("cpus_now"), row.getString("postgres_now")));
        if (made.isOld(now)) {
            stale.add("it is more than " + CalibratedFor.LASTS.toDays() + " days old");
        }
        return stale;
    }

    private List<NoiseView> noise(String runId) {
        return jdbc.sql("""
                        SELECT profile, request, metric, spread_pct, seen_by_one_pct, seen_by_two_pct, seen_by_three_pct
                        FROM calibration_noise
                        WHERE run_id = :id
                        ORDER BY array_position(ARRAY['BASELINE', 'PEAK'], profile), request, metric
                        """)
                .param("id", runId)
                .query((row, n) -> new NoiseView(
                        row.getString("profile"),
                        row.getString("request"),
                        row.getString("metric"),
                        row.getDouble("spread_pct"),
                        row.getDouble("seen_by_one_pct"),
                        row.getDouble("seen_by_two_pct"),
                        row.getDouble("seen_by_three_pct")))
                .list();
    }
}
