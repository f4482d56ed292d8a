package dev.perfloop.web.gates;

import dev.perfloop.web.gates.GateView.GuardCheckView;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GateRepository {
    private final JdbcClient jdbc;

    GateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<GateView> find(String runId) {
        return jdbc.sql("""
                        SELECT r.id, r.target, r.status, r.outcome, r.requested_at, r.ended_at, g.result, g.reason, g.noise, g.profiles,
                               (SELECT count(*) FROM regression_guard s
                                WHERE s.target = r.target AND s.profile <> ALL (g.profiles)) AS not_asked
                        FROM run r
                        JOIN regression_gate g ON g.run_id = r.id
                        WHERE r.id = :id
                        """)
                .param("id", runId)
                .query((row, n) -> new GateView(
                        row.getString("id"),
                        row.getString("target"),
                        row.getString("status"),
                        row.getString("outcome"),
                        Columns.instant(row, "requested_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        row.getString("result"),
                        row.getString("reason"),
                        row.getString("noise"),
                        List.of((String[]) row.getArray("profiles").getArray()),
                        row.getInt("not_asked"),
                        checks(runId)))
                .optional();
    }

    boolean hasGuards(String target, List<String> profiles) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM regression_guard WHERE target = :target AND profile = ANY (:profiles))
                        """)
                .param("target", target)
                .param("profiles", profiles.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** The guards as they stand: each counts as not held until it is judged. */
    void copyGuards(String runId, String target, List<String> profiles) {
        jdbc.sql("INSERT INTO regression_gate (run_id, profiles) VALUES (:id, :profiles)")
                .param("id", runId)
                .param("profiles", profiles.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        INSERT INTO guard_check (run_id, profile, request, metric, ceiling, rate)
                        SELECT :id, profile, request, metric, ceiling, rate
                        FROM regression_guard
                        WHERE target = :target AND profile = ANY (:profiles)
                        """)
                .param("id", runId)
                .param("target", target)
                .param("profiles", profiles.toArray(String[]::new))
                .update();
    }

    private List<GuardCheckView> checks(String runId) {
        return jdbc.sql("""
                        SELECT profile, request, metric, ceiling, rate, value, low, high, result, reason
                        FROM guard_check
                        WHERE run_id = :id
                        ORDER BY array_position(ARRAY['BASELINE', 'PEAK', 'SOAK'], profile), request, metric DESC
                        """)
                .param("id", runId)
                .query((row, n) -> new GuardCheckView(
                        row.getString("profile"),
                        row.getString("request"),
                        row.getString("metric"),
                        row.getDouble("ceiling"),
                        Columns.doubleOrNull(row, "rate"),
                        Columns.doubleOrNull(row, "value"),
                        Columns.doubleOrNull(row, "low"),
                        Columns.doubleOrNull(row, "high"),
                        row.getString("result"),
                        row.getString("reason")))
                .list();
    }
}
