package dev.perfloop.web.loads;

import dev.perfloop.web.loads.LoadView.LoadCheckView;
import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LoadRepository {
    private final JdbcClient jdbc;

    LoadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LoadView> loads(String runId) {
        Map<String, List<LoadCheckView>> checks = checks(runId);
        return jdbc.sql("""
                        SELECT id, phase, profile, round, attempt, status, invalid_reason, started_at, steady_from,
                               ended_at, config, result, report_path
                        FROM load_test
                        WHERE run_id = :runId
                        ORDER BY started_at, id
                        """)
                .param("runId", runId)
                .query((row, n) -> new LoadView(
                        row.getString("id"),
                        row.getString("phase"),
                        row.getString("profile"),
                        row.getInt("round"),
                        row.getInt("attempt"),
                        row.getString("status"),
                        row.getString("invalid_reason"),
                        Columns.instant(row, "started_at"),
                        Columns.instantOrNull(row, "steady_from"),
                        Columns.instantOrNull(row, "ended_at"),
                        Columns.json(row, "config"),
                        Columns.jsonOrNull(row, "result"),
                        checks.getOrDefault(row.getString("id"), List.of()),
                        row.getString("report_path") == null
                                ? null
                                : "/reports/" + row.getString("id") + "/index.html"))
                .list();
    }

    private Map<String, List<LoadCheckView>> checks(String runId) {
        Map<String, List<LoadCheckView>> checks = new HashMap<>();
        jdbc.sql("""
                        SELECT c.load_test_id, c.subject, c.state, c.words
                        FROM load_check c
                        JOIN load_test t ON t.id = c.load_test_id
                        WHERE t.run_id = :runId
                        ORDER BY c.load_test_id, c.position
                        """).param("runId", runId).query(row -> {
            checks.computeIfAbsent(row.getString("load_test_id"), id -> new ArrayList<>())
                    .add(new LoadCheckView(row.getString("subject"), row.getString("state"), row.getString("words")));
        });
        return checks;
    }

    /** Asks whoever drives the run's load test to end it; empty when none is driven. Asking twice is harmless. */
    Optional<String> abortRunning(String runId, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO load_abort (load_test_id, requested_by, requested_at)
                        SELECT id, :by, :at
                        FROM load_test
                        WHERE run_id = :runId AND status = 'RUNNING'
                        ORDER BY started_at DESC
                        LIMIT 1
                        ON CONFLICT (load_test_id) DO UPDATE SET load_test_id = EXCLUDED.load_test_id
                        RETURNING load_test_id
                        """)
                .param("runId", runId)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    boolean exists(String runId, String loadId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM load_test WHERE id = :loadId AND run_id = :runId)")
                .param("loadId", loadId)
                .param("runId", runId)
                .query(Boolean.class)
                .single();
    }

    /** Second by second, the requests merged; an empty request is all of them. */
    List<WindowView> windows(String loadId, String request) {
        SequencedMap<Instant, Window> seconds = new TreeMap<>();
        jdbc.sql("""
                        SELECT second, count, errors, histogram
                        FROM load_window
                        WHERE load_test_id = :loadId AND (:request = '' OR request = :request)
                        """).param("loadId", loadId).param("request", request).query(row -> {
            seconds.computeIfAbsent(Columns.instant(row, "second"), Window::new)
                    .add(row.getLong("count"), row.getLong("errors"), row.getBytes("histogram"));
        });
        return seconds.values().stream().map(Window::view).toList();
    }
}
