package dev.perfloop.approval;

import dev.perfloop.contract.LeavingOut;
import dev.perfloop.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApprovalRepository {
    /** What a person said through our UI. */
    record Said(
            String decision,
            String decidedBy,
            Instant decidedAt,
            String comment,
            List<String> leftOut,
            @Nullable Instant notBefore) {}

    /** What is asked, of which run, and what is known of the answer. */
    record Asked(
            RunId run,
            ApprovalKind kind,
            ApprovalStatus status,
            boolean fourEyes,
            String requestedBy,
            @Nullable Instant notBefore) {}

    private final JdbcClient jdbc;

    ApprovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When it was requested before, and is asked again, only the time it expires is a new one. */
    void request(String id, RunId run, ApprovalKind kind, Instant at, @Nullable Instant expiresAt, boolean fourEyes) {
        jdbc.sql("""
                        INSERT INTO approval (id, run_id, kind, status, requested_at, expires_at, four_eyes)
                        VALUES (:id, :run, :kind, 'PENDING', :at, :expires, :fourEyes)
                        ON CONFLICT (id) DO UPDATE SET expires_at = EXCLUDED.expires_at
                        WHERE approval.status = 'PENDING'""")
                .param("fourEyes", fourEyes)
                .param("id", id)
                .param("run", run.value())
                .param("kind", kind.name())
                .param("at", at(at))
                .param("expires", expiresAt == null ? null : at(expiresAt))
                .update();
    }

    void remind(String id, Instant at) {
        jdbc.sql("UPDATE approval SET reminded_at = :at WHERE id = :id AND status = 'PENDING'")
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    /** False when it was decided before. */
    boolean decide(String id, Decision decision) {
        return jdbc.sql("""
                        UPDATE approval
                        SET status = :status, decided_by = :by, decided_at = :at, decided_in = :place, comment = :comment,
                            left_out = string_to_array(:leftOut, ','), not_before = :notBefore, refusal = NULL
                        WHERE id = :id AND status = 'PENDING'""")
                        .param("status", decision.status().name())
                        .param("by", decision.by())
                        .param("at", at(decision.at()))
                        .param("place", decision.place().name())
                        .param("comment", decision.comment())
                        .param("leftOut", String.join(",", decision.leftOut()))
                        .param("notBefore", decision.notBefore() instanceof Instant opens ? at(opens) : null)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Keeps asking, and forgets what was said in our UI so that it can be said anew. */
    void refuse(String id, String why) {
        jdbc.sql("UPDATE approval SET refusal = :why WHERE id = :id AND status = 'PENDING'")
                .param("why", why)
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM approval_decision WHERE approval_id = :id")
                .param("id", id)
                .update();
    }

    Optional<Said> said(String id) {
        return jdbc.sql("""
                        SELECT decision, decided_by, decided_at, comment, left_out, not_before
                        FROM approval_decision WHERE approval_id = :id""")
                .param("id", id)
                .query((row, n) -> new Said(
                        row.getString("decision"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("comment"),
                        texts(row, "left_out"),
                        instant(row, "not_before")))
                .optional();
    }

    Asked asked(String id) {
        return jdbc.sql("""
                        SELECT a.run_id, a.kind, a.status, a.four_eyes, r.requested_by, a.not_before
                        FROM approval a JOIN run r ON r.id = a.run_id
                        WHERE a.id = :id""")
                .param("id", id)
                .query((row, n) -> new Asked(
                        new RunId(row.getString("run_id")),
                        ApprovalKind.valueOf(row.getString("kind")),
                        ApprovalStatus.valueOf(row.getString("status")),
                        row.getBoolean("four_eyes"),
                        row.getString("requested_by"),
                        instant(row, "not_before")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no approval " + id));
    }

    /** The changes that may be left out of a yes to a plan. */
    List<LeavingOut.Item> plan(RunId run) {
        return jdbc.sql("""
                        SELECT c.id, c.position,
                               ARRAY(SELECT n.needs FROM change_need n WHERE n.change_id = c.id) AS needs
                        FROM change c
                        WHERE c.run_id = :run AND c.purpose = 'PLAN'
                        ORDER BY c.position""")
                .param("run", run.value())
                .query((row, n) ->
                        new LeavingOut.Item(row.getString("id"), row.getInt("position"), texts(row, "needs")))
                .list();
    }

    /** Gives the ids of those that were still waiting. */
    List<String> withdraw(RunId run, Instant at) {
        return jdbc.sql("""
                        UPDATE approval SET status = 'WITHDRAWN', decided_at = :at
                        WHERE run_id = :run AND status = 'PENDING'
                        RETURNING id""")
                .param("at", at(at))
                .param("run", run.value())
                .query(String.class)
                .list();
    }

    /** The payload of the event that tells the watchers; JSON. */
    String announcement(String id) {
        return jdbc.sql("""
                        SELECT jsonb_build_object('approvalId', id, 'kind', kind, 'status', status)
                        FROM approval WHERE id = :id""").param("id", id).query(String.class).single();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
