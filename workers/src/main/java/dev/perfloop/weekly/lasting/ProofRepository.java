package dev.perfloop.weekly.lasting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs kept, with what they measured of it, and how often its indexes were used. */
@Repository
class ProofRepository {
    private static final String DROP = "DROP INDEX CONCURRENTLY IF EXISTS ";
    private static final int MOST = 50;

    /** How often an index had been scanned by then; null scans where it was not there. */
    record Counted(
            Instant at, @Nullable Long scans, @Nullable Long bytes, String epoch) {}

    private final JdbcClient jdbc;

    ProofRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Applied before then and kept, the newest first. The requests are those of its finding; the figures are of the slowest of them, by the
     * last round of its run.
     */
    List<Proof> kept(String target, Instant until) {
        return jdbc.sql("""
                        SELECT c.id, c.run_id, c.kind, c.statement, c.undo_statement, c.applied_at, q.requests,
                               v.before, v.after, t.rate
                        FROM change c
                        JOIN run r ON r.id = c.run_id
                        LEFT JOIN finding f ON f.id = c.finding_id
                        CROSS JOIN LATERAL (
                            SELECT coalesce(array_agg(name ORDER BY name), '{}') AS requests
                            FROM jsonb_array_elements_text(
                                CASE jsonb_typeof(f.evidence -> 'requests') WHEN 'array' THEN f.evidence -> 'requests' ELSE '[]' END)
                                AS one (name)) q
                        LEFT JOIN LATERAL (
                            SELECT before, after
                            FROM verdict
                            WHERE run_id = c.run_id AND profile = 'BASELINE' AND metric = 'P95_MS'
                              AND round = (SELECT max(round) FROM verdict WHERE run_id = c.run_id)
                              AND CASE cardinality(q.requests) WHEN 0 THEN request = '' ELSE request = ANY (q.requests) END
                            ORDER BY before DESC NULLS LAST
                            LIMIT 1) v ON true
                        LEFT JOIN LATERAL (
                            SELECT (result ->> 'effectiveRate')::float8 AS rate
                            FROM load_test
                            WHERE run_id = c.run_id AND profile = 'BASELINE' AND phase = 'AFTER' AND status = 'VALID'
                            ORDER BY started_at DESC
                            LIMIT 1) t ON true
                        WHERE r.target = :target AND c.purpose = 'PLAN' AND c.status = 'KEPT' AND c.applied_at < :until
                        ORDER BY c.applied_at DESC, c.id
                        LIMIT :most""")
                .param("target", target)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, n) -> new Proof(
                        row.getString("id"),
                        row.getString("run_id"),
                        row.getString("kind"),
                        row.getString("statement"),
                        index(row.getString("kind"), row.getString("undo_statement")),
                        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("requests").getArray()),
                        (Double) row.getObject("before"),
                        (Double) row.getObject("after"),
                        (Double) row.getObject("rate")))
                .list();
    }

    /** What undoes an index names it with its schema, quoted where it has to be. */
    private static @Nullable String index(String kind, String undo) {
        return kind.equals("CREATE_INDEX") && undo.startsWith(DROP) ? undo.substring(DROP.length()) : null;
    }

    void keep(String change, Counted counted) {
        jdbc.sql("""
                        INSERT INTO index_use (change_id, at, scans, bytes, epoch)
                        VALUES (:change, :at, :scans, :bytes, :epoch)
                        ON CONFLICT DO NOTHING""")
                .param("change", change)
                .param("at", counted.at().atOffset(ZoneOffset.UTC))
                .param("scans", counted.scans())
                .param("bytes", counted.bytes())
                .param("epoch", counted.epoch())
                .update();
    }

    Optional<Instant> lastCounted(String target) {
        return jdbc.sql("""
                        SELECT max(u.at)
                        FROM index_use u JOIN change c ON c.id = u.change_id JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target""")
                .param("target", target)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The last count that is not after then. */
    Optional<Counted> countedBy(String change, Instant then) {
        return counted("""
                SELECT at, scans, bytes, epoch FROM index_use
                WHERE change_id = :change AND at <= :then ORDER BY at DESC LIMIT 1""", change, then);
    }

    /** The first count that is not before then. */
    Optional<Counted> countedFrom(String change, Instant then) {
        return counted("""
                SELECT at, scans, bytes, epoch FROM index_use
                WHERE change_id = :change AND at >= :then ORDER BY at LIMIT 1""", change, then);
    }

    private Optional<Counted> counted(String sql, String change, Instant then) {
        return jdbc.sql(sql)
                .param("change", change)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Counted(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        (Long) row.getObject("scans"),
                        (Long) row.getObject("bytes"),
                        row.getString("epoch")))
                .optional();
    }
}
