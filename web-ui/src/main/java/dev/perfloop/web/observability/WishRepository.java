package dev.perfloop.web.observability;

import dev.perfloop.web.observability.ObservabilityView.OfferView;
import dev.perfloop.web.observability.ObservabilityView.WishView;
import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WishRepository {
    private final JdbcClient jdbc;

    WishRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasTarget(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM target WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** The newest that ended and had looked at what the target lets us see. */
    Optional<String> lookingRun(String target) {
        return jdbc.sql("""
                        SELECT r.id
                        FROM run r
                        JOIN profile_part p ON p.run_id = r.id AND p.part = 'ObservabilityOffers'
                        WHERE r.target = :target AND r.status = 'ENDED'
                        ORDER BY r.requested_at DESC
                        LIMIT 1
                        """).param("target", target).query(String.class).optional();
    }

    Optional<String> activeRun(String target) {
        return jdbc.sql("SELECT id FROM run WHERE target = :target AND status <> 'ENDED'")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    void add(String id, String runId, WishKind kind, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO observability_wish (id, run_id, kind, wished_by, wished_at)
                        VALUES (:id, :run, :kind, :by, :now)
                        """)
                .param("id", id)
                .param("run", runId)
                .param("kind", kind.name())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<WishView> newest(String target) {
        return jdbc.sql("""
                        SELECT w.id, w.kind, w.wished_by, w.wished_at, w.fulfilled_at, w.note
                        FROM observability_wish w
                        JOIN run r ON r.id = w.run_id
                        WHERE r.target = :target
                        ORDER BY w.wished_at DESC
                        LIMIT 1
                        """)
                .param("target", target)
                .query((row, n) -> new WishView(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("wished_by"),
                        Columns.instant(row, "wished_at"),
                        Columns.instantOrNull(row, "fulfilled_at"),
                        row.getString("note")))
                .optional();
    }

    /** Those that may be made, those in force, and those that the newest wish could not make. */
    List<OfferView> offers(String target, String runId) {
        return jdbc.sql("""
                        SELECT c.id, c.kind, c.statement, c.undo_statement, c.status, c.note, c.applied_at
                        FROM change c
                        JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target AND c.purpose = 'OFFER'
                          AND (c.status IN ('APPLYING', 'APPLIED', 'UNDOING')
                               OR c.status = 'PROPOSED' AND r.id = :run
                               OR c.note IS NOT NULL AND c.ended_at >= (
                                   SELECT max(w.wished_at) FROM observability_wish w WHERE w.run_id = r.id))
                        ORDER BY r.requested_at, c.position
                        """)
                .param("target", target)
                .param("run", runId)
                .query((row, n) -> new OfferView(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("statement"),
                        row.getString("undo_statement"),
                        row.getString("status"),
                        row.getString("note"),
                        Columns.instantOrNull(row, "applied_at")))
                .list();
    }
}
