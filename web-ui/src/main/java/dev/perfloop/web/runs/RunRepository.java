package dev.perfloop.web.runs;

import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunRepository {
    private static final String RUNS = """
            SELECT r.id,
                   r.target,
                   r.intensity,
                   r.status,
                   r.outcome,
                   r.requested_by,
                   r.requested_at,
                   r.started_at,
                   r.ended_at,
                   r.process_instance_key,
                   waiting.id AS waiting_for,
                   put_off.not_before AS waits_until,
                   incident.element_id AS incident_element,
                   incident.message AS incident_message,
                   c.run_id IS NOT NULL AS cancel_requested,
                   g.run_id IS NOT NULL AS is_gate,
                   k.run_id IS NOT NULL AS is_calibration
            FROM run r
            LEFT JOIN run_cancellation c ON c.run_id = r.id
            LEFT JOIN regression_gate g ON g.run_id = r.id
            LEFT JOIN calibration k ON k.run_id = r.id
            LEFT JOIN LATERAL (
                SELECT a.id
                FROM approval a
                WHERE a.run_id = r.id
                  AND a.status = 'PENDING'
                  AND NOT EXISTS (SELECT 1 FROM approval_decision d WHERE d.approval_id = a.id)
                ORDER BY a.requested_at DESC
                LIMIT 1) waiting ON r.status <> 'ENDED'
            LEFT JOIN LATERAL (
                SELECT a.not_before
                FROM approval a
                WHERE a.run_id = r.id
                  AND a.kind = 'PLAN'
                  AND a.status = 'APPROVED'
                  AND NOT EXISTS (SELECT 1 FROM load_test t WHERE t.run_id = r.id AND t.phase = 'BEFORE')
                LIMIT 1) put_off ON r.status <> 'ENDED'
            LEFT JOIN LATERAL (
                SELECT s.element_id, s.message
                FROM run_step s
                WHERE s.run_id = r.id
                  AND s.status = 'INCIDENT'
                  AND NOT EXISTS (
                      SELECT 1
                      FROM run_step later
                      WHERE later.run_id = s.run_id
                        AND later.element_id = s.element_id
                        AND later.caller_element IS NOT DISTINCT FROM s.caller_element
                        AND later.id > s.id)
                ORDER BY s.id DESC
                LIMIT 1) incident ON r.status <> 'ENDED'
            """;

    private final JdbcClient jdbc;
    private final RowMapper<RunView> rows;

    RunRepository(JdbcClient jdbc, OperateLinks operate) {
        this.jdbc = jdbc;
        this.rows = (row, n) -> new RunView(
                row.getString("id"),
                row.getString("target"),
                row.getString("intensity"),
                row.getString("status"),
                row.getString("outcome"),
                row.getString("requested_by"),
                Columns.instant(row, "requested_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.idOrNull(row, "process_instance_key"),
                operate.instance(Columns.idOrNull(row, "process_instance_key")),
                row.getString("waiting_for"),
                Columns.instantOrNull(row, "waits_until"),
                row.getString("incident_element") == null
                        ? null
                        : new RunView.Incident(row.getString("incident_element"), row.getString("incident_message")),
                row.getBoolean("cancel_requested"),
                row.getBoolean("is_gate"),
                row.getBoolean("is_calibration"));
    }

    Optional<RunView> find(String id) {
        return jdbc.sql(RUNS + "WHERE r.id = :id").param("id", id).query(rows).optional();
    }

    Optional<RunView> activeOf(String target) {
        return jdbc.sql(RUNS + "WHERE r.target = :target AND r.status <> 'ENDED'")
                .param("target", target)
                .query(rows)
                .optional();
    }

    boolean exists(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM run WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Newest first, at most {@code limit}.
     *
     * @param active only those that have not ended
     */
    List<RunView> newest(@Nullable Cursor after, @Nullable String target, boolean active, int limit) {
        return jdbc.sql(RUNS + (active ? "WHERE r.status <> 'ENDED' AND " : "WHERE ") + """
                          (:target::text IS NULL OR r.target = :target)
                          AND (r.requested_at, r.id) < (coalesce(:at::timestamptz, 'infinity'), coalesce(:key::text, ''))
                        ORDER BY r.requested_at DESC, r.id DESC
                        LIMIT :limit
                        """)
                .param("target", target)
                .param("at", Cursor.atOf(after))
                .param("key", Cursor.keyOf(after))
                .param("limit", limit)
                .query(rows)
                .list();
    }
}
