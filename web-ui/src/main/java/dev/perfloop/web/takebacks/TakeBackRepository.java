package dev.perfloop.web.takebacks;

import dev.perfloop.contract.ProcessIds;
import dev.perfloop.web.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TakeBackRepository {
    /** A change, and what may stand against taking it back. */
    record Change(String id, String runId, String target, String kind, String status) {}

    /** @param status of the run's journal */
    record Visit(
            String status,
            String elementId,
            @Nullable Long processInstanceKey,
            @Nullable Long elementInstanceKey) {}

    /** Of the clocks of two machines. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final String WISHES = """
            SELECT t.*, c.run_id, r.target
            FROM take_back t
            JOIN change c ON c.id = t.change_id
            JOIN run r ON r.id = c.run_id
            """;

    private final JdbcClient jdbc;

    TakeBackRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Change> change(String id) {
        return jdbc.sql("""
                        SELECT c.id, c.run_id, r.target, c.kind, c.status
                        FROM change c
                        JOIN run r ON r.id = c.run_id
                        WHERE c.id = :id""")
                .param("id", id)
                .query((row, n) -> new Change(
                        row.getString("id"),
                        row.getString("run_id"),
                        row.getString("target"),
                        row.getString("kind"),
                        row.getString("status")))
                .optional();
    }

    Optional<String> activeRun(String target) {
        return jdbc.sql("SELECT id FROM run WHERE target = :target AND status <> 'ENDED'")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    /** Another change of the target that is being taken back. */
    Optional<String> otherGoing(Change change) {
        return jdbc.sql("SELECT change_id FROM taking_back WHERE target = :target AND change_id <> :change")
                .param("target", change.target())
                .param("change", change.id())
                .query(String.class)
                .optional();
    }

    /** Nothing happens where somebody is taking it back already, and where something else is at work on the target. */
    void add(String id, String change, String by, String reason, Instant now) {
        jdbc.sql("""
                        INSERT INTO take_back (id, change_id, wished_by, wished_at, reason)
                        SELECT :id, c.id, :by, :now, :reason FROM change c WHERE c.id = :change AND c.status = 'KEPT'
                        ON CONFLICT DO NOTHING""")
                .param("id", id)
                .param("change", change)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /** Those that no step of a process has taken up, though there was time to. */
    List<TakeBackView> untouchedSince(Instant then) {
        return jdbc.sql(WISHES + """
                        WHERE t.ended_at IS NULL AND t.wished_at < :then AND NOT EXISTS (
                            SELECT FROM run_step s
                            WHERE s.run_id = c.run_id AND s.process_id = :process AND s.started_at >= t.wished_at)
                        ORDER BY t.wished_at""")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("process", ProcessIds.TAKE_BACK_CHANGE)
                .query((row, n) -> view(row))
                .list();
    }

    /** The newest step of the process that takes the change back; empty while none has begun. Clocks may differ a little. */
    Optional<Visit> visit(TakeBackView wish) {
        return jdbc.sql("""
                        SELECT status, element_id, process_instance_key, element_instance_key
                        FROM run_step
                        WHERE run_id = :run AND process_id = :process AND started_at >= :since
                        ORDER BY id DESC
                        LIMIT 1""")
                .param("run", wish.runId())
                .param("process", ProcessIds.TAKE_BACK_CHANGE)
                .param("since", wish.wishedAt().minus(SKEW).atOffset(ZoneOffset.UTC))
                .query(Visit.class)
                .optional();
    }

    /** What is half gone is a person's to put right from now on. */
    @Transactional
    public void giveUp(TakeBackView wish, String note, Instant now) {
        jdbc.sql("""
                        UPDATE take_back SET outcome = 'GIVEN_UP', note = :note, ended_at = :now
                        WHERE id = :id AND ended_at IS NULL""")
                .param("id", wish.id())
                .param("note", note)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        UPDATE change SET status = 'TO_BE_TAKEN_BACK', note = :note, ended_at = :now
                        WHERE id = :change AND status = 'UNDOING'""")
                .param("change", wish.changeId())
                .param("note", note)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<TakeBackView> of(String change) {
        return jdbc.sql(WISHES + """
                        WHERE t.change_id = :change
                        ORDER BY t.wished_at DESC""")
                .param("change", change)
                .query((row, n) -> view(row))
                .list();
    }

    private static TakeBackView view(ResultSet row) throws SQLException {
        return new TakeBackView(
                row.getString("id"),
                row.getString("change_id"),
                row.getString("run_id"),
                row.getString("target"),
                row.getString("wished_by"),
                Columns.instant(row, "wished_at"),
                row.getString("reason"),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("outcome"),
                row.getString("note"));
    }
}
