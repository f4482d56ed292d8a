package dev.perfloop.web.runs;

import dev.perfloop.web.runs.Cancellations.Cancellation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cancellations, as rows, until the run has ended. */
@Repository
class CancellationRepository {
    private final JdbcClient jdbc;

    CancellationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first wish stays, with its name and time. */
    void cancel(String runId, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO run_cancellation (run_id, requested_by, requested_at)
                        VALUES (:runId, :by, :now)
                        ON CONFLICT (run_id) DO NOTHING
                        """)
                .param("runId", runId)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Does nothing to a run that a process instance has claimed: that one ends it, undoing what it applied. */
    void endUnclaimed(String runId, Instant now) {
        end(runId, "REQUESTED", "CANCELLED", now);
    }

    /** What the instance had applied stays on the target, and is said. */
    @Transactional
    public void endAbandoned(String runId, Instant now) {
        jdbc.sql("""
                        INSERT INTO run_blind_spot (run_id, what, why, mend)
                        SELECT :runId,
                               'changes that were applied and not taken back',
                               'the process instance was terminated outside of Perfloop',
                               COALESCE((
                                   SELECT 'Undo by hand if unwanted: ' || string_agg(undo_statement, '; ' ORDER BY position DESC)
                                   FROM change
                                   WHERE run_id = :runId AND status IN ('APPLYING', 'APPLIED', 'UNDOING')),
                                   'Nothing: no change was applied.')
                        ON CONFLICT DO NOTHING
                        """).param("runId", runId).update();
        end(runId, "RUNNING", "FAILED", now);
    }

    private void end(String runId, String from, String outcome, Instant now) {
        jdbc.sql("""
                        WITH ended AS (
                            UPDATE run
                            SET status = 'ENDED', outcome = :outcome, ended_at = :now
                            WHERE id = :runId AND status = :from
                            RETURNING id)
                        INSERT INTO run_event (run_id, at, kind, payload)
                        SELECT id, :now, 'ENDED', jsonb_build_object('outcome', :outcome) FROM ended
                        """)
                .param("runId", runId)
                .param("from", from)
                .param("outcome", outcome)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void sent(String runId, Instant now) {
        jdbc.sql("UPDATE run_cancellation SET sent_at = :now WHERE run_id = :runId")
                .param("runId", runId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Also what was sent before {@code then} and found nobody to take it. */
    List<Cancellation> openSince(Instant then) {
        return jdbc.sql("""
                        SELECT r.id, r.target, r.process_instance_key
                        FROM run_cancellation c
                        JOIN run r ON r.id = c.run_id
                        WHERE r.status <> 'ENDED' AND coalesce(c.sent_at, c.requested_at) < :then
                        ORDER BY c.requested_at
                        """)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Cancellation(
                        row.getString("id"), row.getString("target"), row.getString("process_instance_key")))
                .list();
    }
}
