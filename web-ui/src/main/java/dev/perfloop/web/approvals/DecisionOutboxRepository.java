package dev.perfloop.web.approvals;

import dev.perfloop.web.approvals.Decisions.Pending;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DecisionOutboxRepository {
    private final JdbcClient jdbc;

    DecisionOutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is nothing to decide, or no more. */
    boolean decide(Pending said, List<String> leftOut, @Nullable Instant notBefore, boolean mayTakeBack, Instant now) {
        return jdbc.sql("""
                        INSERT INTO approval_decision (id, approval_id, decision, decided_by, decided_at, comment,
                                                       left_out, not_before, may_take_back)
                        SELECT :id, a.id, :decision, :by, :now, :comment, string_to_array(:leftOut, ','),
                               :notBefore::timestamptz, :mayTakeBack
                        FROM approval a
                        WHERE a.id = :approvalId AND a.status = 'PENDING'
                        ON CONFLICT (approval_id) DO NOTHING
                        """)
                        .param("id", said.id())
                        .param("approvalId", said.approvalId())
                        .param("decision", said.decision().name())
                        .param("by", said.by())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("comment", said.comment())
                        .param("mayTakeBack", mayTakeBack)
                        .param("leftOut", String.join(",", leftOut))
                        .param("notBefore", notBefore == null ? null : notBefore.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void sent(String id, Instant now) {
        jdbc.sql("UPDATE approval_decision SET sent_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What never left, and what left before {@code forgotten}, when the engine has stopped keeping it, without having
     * been recorded.
     */
    List<Pending> unsent(Instant now, Instant forgotten) {
        return jdbc.sql("""
                        SELECT d.id, d.approval_id, d.decision, d.decided_by, d.comment
                        FROM approval_decision d
                        JOIN approval a ON a.id = d.approval_id
                        WHERE a.status = 'PENDING'
                          AND ((d.sent_at IS NULL AND d.decided_at < :now) OR d.sent_at < :forgotten)
                        ORDER BY d.decided_at
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Pending(
                        row.getString("id"),
                        row.getString("approval_id"),
                        Decision.valueOf(row.getString("decision")),
                        row.getString("decided_by"),
                        row.getString("comment")))
                .list();
    }
}
