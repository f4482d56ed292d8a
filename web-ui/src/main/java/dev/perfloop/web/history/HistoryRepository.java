package dev.perfloop.web.history;

import dev.perfloop.web.history.HistoryView.ChangeMark;
import dev.perfloop.web.history.HistoryView.MeasuredView;
import dev.perfloop.web.history.HistoryView.RunMark;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads runs of a target page by page; what is asked of them is asked of these alone, however many there are. */
@Repository
class HistoryRepository {
    private final JdbcClient jdbc;

    HistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isTarget(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM target WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Newest first, at most {@code limit}. */
    List<RunMark> runs(String target, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                        SELECT r.id, r.requested_at, r.ended_at, r.status, r.outcome, r.intensity,
                               g.run_id IS NOT NULL AS gate, c.run_id IS NOT NULL AS calibration, c.calibrated_at
                        FROM run r
                        LEFT JOIN regression_gate g ON g.run_id = r.id
                        LEFT JOIN calibration c ON c.run_id = r.id
                        WHERE r.target = :target
                          AND (r.requested_at, r.id) < (coalesce(:at::timestamptz, 'infinity'), coalesce(:key::text, ''))
                        ORDER BY r.requested_at DESC, r.id DESC
                        LIMIT :limit
                        """)
                .param("target", target)
                .param("at", Cursor.atOf(after))
                .param("key", Cursor.keyOf(after))
                .param("limit", limit)
                .query((row, n) -> new RunMark(
                        row.getString("id"),
                        Columns.instant(row, "requested_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        row.getString("status"),
                        row.getString("outcome"),
                        row.getString("intensity"),
                        row.getBoolean("gate"),
                        row.getBoolean("calibration"),
                        Columns.instantOrNull(row, "calibrated_at")))
                .list();
    }

    List<String> requests(List<String> runs) {
        return jdbc.sql("""
                        SELECT DISTINCT request
                        FROM load_test, jsonb_object_keys(result -> 'requests') AS request
                        WHERE run_id IN (:runs) AND status = 'VALID'
                        ORDER BY request
                        """).param("runs", runs).query(String.class).list();
    }

    /** Loads without one of the changes say nothing of the target as anybody ran it. */
    List<MeasuredView> measured(List<String> runs, String request) {
        return jdbc.sql("""
                        SELECT t.run_id, t.id, t.phase, t.profile, t.started_at,
                               (t.result ->> 'offeredRate')::float8 AS rate,
                               (f.figures ->> 'p50Ms')::float8 AS p50,
                               (f.figures ->> 'p95Ms')::float8 AS p95,
                               (f.figures ->> 'p99Ms')::float8 AS p99,
                               (f.figures ->> 'throughput')::float8 AS throughput,
                               (f.figures ->> 'errorRate')::float8 AS error_rate
                        FROM load_test t
                        CROSS JOIN LATERAL (
                            SELECT CASE WHEN :request = '' THEN t.result -> 'all'
                                        ELSE t.result -> 'requests' -> :request END AS figures) f
                        WHERE t.run_id IN (:runs)
                          AND t.status = 'VALID'
                          AND t.phase <> 'WITHOUT'
                          AND f.figures IS NOT NULL
                          AND coalesce((f.figures ->> 'count')::bigint, 1) > 0
                        ORDER BY t.started_at, t.id
                        """)
                .param("runs", runs)
                .param("request", request)
                .query((row, n) -> new MeasuredView(
                        row.getString("run_id"),
                        row.getString("id"),
                        row.getString("phase"),
                        row.getString("profile"),
                        Columns.instant(row, "started_at"),
                        row.getDouble("rate"),
                        row.getDouble("p50"),
                        row.getDouble("p95"),
                        row.getDouble("p99"),
                        row.getDouble("throughput"),
                        row.getDouble("error_rate")))
                .list();
    }

    List<ChangeMark> changes(List<String> runs) {
        return jdbc.sql("""
                        SELECT run_id, kind, statement, status, applied_at, ended_at
                        FROM change
                        WHERE run_id IN (:runs) AND applied_at IS NOT NULL
                        ORDER BY applied_at, position
                        """)
                .param("runs", runs)
                .query((row, n) -> new ChangeMark(
                        row.getString("run_id"),
                        row.getString("kind"),
                        row.getString("statement"),
                        row.getString("status"),
                        Columns.instant(row, "applied_at"),
                        Columns.instantOrNull(row, "ended_at")))
                .list();
    }
}
