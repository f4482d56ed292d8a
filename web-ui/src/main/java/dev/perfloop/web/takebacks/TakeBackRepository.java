package dev.perfloop.web.takebacks;

import dev.perfloop.web.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TakeBackRepository {
    /** A change, and what may stand against taking it back. */
    record Change(String id, String runId, String target, String kind, String status) {}

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

    /** Nothing happens where somebody is taking it back already. */
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

    /** The newest first. */
    List<TakeBackView> of(String change) {
        return jdbc.sql("""
                        SELECT t.*, c.run_id, r.target
                        FROM take_back t
                        JOIN change c ON c.id = t.change_id
                        JOIN run r ON r.id = c.run_id
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
