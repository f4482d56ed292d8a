package dev.perfloop.web.targets;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.targets.TargetView.LastRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TargetRepository {
    private static final String WITH_LAST_RUN = """
            SELECT t.name,
                   t.definition,
                   t.updated_at,
                   r.id,
                   r.status,
                   r.outcome,
                   r.requested_at
            FROM target t
            LEFT JOIN LATERAL (
                SELECT id, status, outcome, requested_at
                FROM run
                WHERE target = t.name
                ORDER BY requested_at DESC, id DESC
                LIMIT 1) r ON true
            """;

    private final JdbcClient jdbc;
    private final TargetFacts facts;

    TargetRepository(JdbcClient jdbc, TargetFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    List<TargetView> all() {
        return jdbc.sql(WITH_LAST_RUN + "ORDER BY t.name")
                .query((row, n) -> view(row))
                .list();
    }

    Optional<TargetView.Described> find(String name) {
        return jdbc.sql(WITH_LAST_RUN + "WHERE t.name = :name")
                .param("name", name)
                .query((row, n) -> TargetView.Described.of(view(row), row.getString("definition")))
                .optional();
    }

    /** Says whether the target is new. */
    boolean put(String name, String definition, Instant now) {
        return jdbc.sql("""
                        INSERT INTO target (name, definition, checksum, created_at, updated_at)
                        VALUES (:name, :definition, :checksum, :now, :now)
                        ON CONFLICT (name) DO UPDATE
                        SET definition = excluded.definition,
                            checksum = excluded.checksum,
                            updated_at = CASE WHEN target.checksum = excluded.checksum
                                              THEN target.updated_at ELSE excluded.updated_at END
                        RETURNING xmax = 0
                        """)
                .param("name", name)
                .param("definition", definition)
                .param("checksum", sha256(definition))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<String> activeRun(String name) {
        return jdbc.sql("SELECT id FROM run WHERE target = :name AND status <> 'ENDED'")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** The change that is being taken back from a target. */
    Optional<String> goingFrom(String name) {
        return jdbc.sql("SELECT change_id FROM taking_back WHERE target = :name LIMIT 1")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** What runs found and measured stays; what they promise of the target goes with it. */
    @Transactional
    public void delete(String name) {
        for (String table : List.of("regression_guard", "replaced_guard", "target_check")) {
            jdbc.sql("DELETE FROM " + table + " WHERE target = :name")
                    .param("name", name)
                    .update();
        }
        jdbc.sql("""
                        UPDATE schedule
                        SET status = 'REMOVED', version = version + 1, next_due = NULL
                        WHERE target = :name AND status <> 'REMOVED'
                        """).param("name", name).update();
        jdbc.sql(
                        "UPDATE alert SET state = 'RESOLVED', resolved_at = now() WHERE target_id = :name AND state <> 'RESOLVED'")
                .param("name", name)
                .update();
        jdbc.sql("DELETE FROM target WHERE name = :name").param("name", name).update();
    }

    private TargetView view(ResultSet row) throws SQLException {
        return new TargetView(
                row.getString("name"),
                facts.of(row.getString("definition")).baseUrl(),
                Columns.instant(row, "updated_at"),
                lastRun(row));
    }

    private static @Nullable LastRun lastRun(ResultSet row) throws SQLException {
        return row.getString("id") == null
                ? null
                : new LastRun(
                        row.getString("id"),
                        row.getString("status"),
                        row.getString("outcome"),
                        Columns.instant(row, "requested_at"));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
