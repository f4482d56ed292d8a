package dev.perfloop.web.loads;

import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.util.List;
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
                        row.getString("report_path") == null
                                ? null
                                : "/reports/" + row.getString("id") + "/index.html"))
                .list();
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
