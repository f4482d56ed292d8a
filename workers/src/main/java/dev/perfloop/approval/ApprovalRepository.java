package dev.perfloop.approval;

import dev.perfloop.run.RunId;
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
    record Said(String decision, String decidedBy, Instant decidedAt, String comment) {}

    private final JdbcClient jdbc;

    ApprovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing when it was requested before. */
    void request(String id, RunId run, ApprovalKind kind, Instant at, @Nullable Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO approval (id, run_id, kind, status, requested_at, expires_at)
                        VALUES (:id, :run, :kind, 'PENDING', :at, :expires)
                        ON CONFLICT (id) DO NOTHING""")
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
                        SET status = :status, decided_by = :by, decided_at = :at, decided_in = :place, comment = :comment
                        WHERE id = :id AND status = 'PENDING'""")
                        .param("status", decision.status().name())
                        .param("by", decision.by())
                        .param("at", at(decision.at()))
                        .param("place", decision.place().name())
                        .param("comment", decision.comment())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Said> said(String id) {
        return jdbc.sql(
                        "SELECT decision, decided_by, decided_at, comment FROM approval_decision WHERE approval_id = :id")
                .param("id", id)
                .query(Said.class)
                .optional();
    }

    Optional<ApprovalStatus> status(String id) {
        return jdbc.sql("SELECT status FROM approval WHERE id = :id")
                .param("id", id)
                .query((row, n) -> ApprovalStatus.valueOf(row.getString("status")))
                .optional();
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

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
