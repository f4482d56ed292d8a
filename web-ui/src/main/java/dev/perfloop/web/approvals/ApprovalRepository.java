package dev.perfloop.web.approvals;

import dev.perfloop.contract.LeavingOut;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApprovalRepository {
    private static final String APPROVALS = """
            SELECT a.id,
                   a.run_id,
                   r.target,
                   a.kind,
                   a.status,
                   a.requested_at,
                   a.expires_at,
                   d.decision,
                   coalesce(a.decided_at, d.decided_at) AS decided_at,
                   coalesce(a.decided_by, d.decided_by) AS decided_by,
                   coalesce(a.decided_in, CASE WHEN d.id IS NOT NULL THEN 'PERFLOOP' END) AS decided_in,
                   coalesce(a.comment, d.comment) AS comment,
                   r.requested_by,
                   a.four_eyes,
                   CASE WHEN a.status = 'PENDING' THEN coalesce(d.left_out, '{}') ELSE a.left_out END AS left_out,
                   CASE WHEN a.status = 'PENDING' THEN d.not_before ELSE a.not_before END AS not_before,
                   a.refusal
            FROM approval a
            JOIN run r ON r.id = a.run_id
            LEFT JOIN approval_decision d ON d.approval_id = a.id
            """;

    private static final RowMapper<ApprovalView> ROW = (row, n) -> new ApprovalView(
            row.getString("id"),
            row.getString("run_id"),
            row.getString("target"),
            row.getString("kind"),
            row.getString("status"),
            Columns.instant(row, "requested_at"),
            Columns.instantOrNull(row, "expires_at"),
            row.getString("decision"),
            Columns.instantOrNull(row, "decided_at"),
            row.getString("decided_by"),
            row.getString("decided_in"),
            row.getString("comment"),
            row.getString("requested_by"),
            row.getBoolean("four_eyes"),
            Columns.texts(row, "left_out"),
            Columns.instantOrNull(row, "not_before"),
            row.getString("refusal"),
            null);

    private final JdbcClient jdbc;

    ApprovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ApprovalView> find(String id) {
        return jdbc.sql(APPROVALS + "WHERE a.id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** The changes that it is about: all of a plan, or those that a person still has to apply. */
    LeavingOut changesOf(ApprovalView approval) {
        return new LeavingOut(jdbc.sql("""
                        SELECT c.id, c.position,
                               ARRAY(SELECT n.needs FROM change_need n WHERE n.change_id = c.id) AS needs
                        FROM change c
                        WHERE c.run_id = :runId AND c.purpose = 'PLAN'
                          AND (:kind = 'PLAN' OR c.kind = 'CODE_ADVICE' AND c.status = 'PROPOSED')
                        ORDER BY c.position
                        """)
                .param("runId", approval.runId())
                .param("kind", approval.kind())
                .query((row, n) ->
                        new LeavingOut.Item(row.getString("id"), row.getInt("position"), Columns.texts(row, "needs")))
                .list());
    }

    /** The newest first, at most {@code limit}; PENDING are those that a person has still to decide. */
    List<ApprovalView> newest(
            @Nullable Cursor after, @Nullable ApprovalStatus status, @Nullable String runId, int limit) {
        return jdbc.sql(APPROVALS + """
                        WHERE (:status::text IS NULL OR a.status = :status)
                          AND (:status::text IS DISTINCT FROM 'PENDING' OR d.id IS NULL)
                          AND (:runId::text IS NULL OR a.run_id = :runId)
                          AND (a.requested_at, a.id) < (coalesce(:at::timestamptz, 'infinity'), coalesce(:key::text, ''))
                        ORDER BY a.requested_at DESC, a.id DESC
                        LIMIT :limit
                        """)
                .param("at", Cursor.atOf(after))
                .param("key", Cursor.keyOf(after))
                .param("limit", limit)
                .param("status", status == null ? null : status.name())
                .param("runId", runId)
                .query(ROW)
                .list();
    }
}
