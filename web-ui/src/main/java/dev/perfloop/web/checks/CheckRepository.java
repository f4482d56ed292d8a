package dev.perfloop.web.checks;

import dev.perfloop.web.checks.CheckView.AnswerView;
import dev.perfloop.web.checks.CheckView.TrialView;
import dev.perfloop.web.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class CheckRepository {
    private static final String CHECKS = """
            SELECT c.id, c.target, c.draft, c.asked_by, c.asked_at,
                   ARRAY(SELECT part
                         FROM unnest(ARRAY['SERVICE', 'DATABASE', 'REQUESTS']) part
                         WHERE part NOT IN (SELECT p.part FROM target_check_part p WHERE p.check_id = c.id)) AS under_way
            FROM target_check c
            """;

    private static final int KEPT = 5;

    private final JdbcClient jdbc;

    CheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> definition(String target) {
        return jdbc.sql("SELECT definition FROM target WHERE name = :target")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    /** The newest few of a target are kept. */
    @Transactional
    public void add(String id, String target, String definition, boolean draft, String by, Instant now) {
        jdbc.sql("""
                        DELETE FROM target_check
                        WHERE id IN (SELECT id FROM target_check
                                     WHERE target = :target ORDER BY asked_at DESC, id OFFSET :kept)
                        """).param("target", target).param("kept", KEPT - 1).update();
        jdbc.sql("""
                        INSERT INTO target_check (id, target, definition, draft, asked_by, asked_at)
                        VALUES (:id, :target, :definition, :draft, :by, :now)
                        """)
                .param("id", id)
                .param("target", target)
                .param("definition", definition)
                .param("draft", draft)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Asked between the two, and no part of it answered. */
    List<String> unanswered(Instant after, Instant before) {
        return jdbc.sql("""
                        SELECT c.id
                        FROM target_check c
                        WHERE c.asked_at BETWEEN :after AND :before
                          AND NOT EXISTS (SELECT 1 FROM target_check_part p WHERE p.check_id = c.id)
                        ORDER BY c.asked_at
                        """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    Optional<CheckView> newest(String target) {
        return jdbc.sql(CHECKS + "WHERE c.target = :target ORDER BY c.asked_at DESC, c.id LIMIT 1")
                .param("target", target)
                .query((row, n) -> view(row))
                .optional();
    }

    Optional<CheckView> find(String target, String id) {
        return jdbc.sql(CHECKS + "WHERE c.id = :id AND c.target = :target")
                .param("id", id)
                .param("target", target)
                .query((row, n) -> view(row))
                .optional();
    }

    private CheckView view(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new CheckView(
                id,
                row.getString("target"),
                row.getBoolean("draft"),
                row.getString("asked_by"),
                Columns.instant(row, "asked_at"),
                Columns.texts(row, "under_way"),
                answers(id),
                requests(id));
    }

    private List<AnswerView> answers(String id) {
        return jdbc.sql("""
                        SELECT part, subject, state, words, mend
                        FROM target_check_answer
                        WHERE check_id = :id
                        ORDER BY array_position(ARRAY['SERVICE', 'DATABASE', 'REQUESTS'], part), position
                        """)
                .param("id", id)
                .query((row, n) -> new AnswerView(
                        row.getString("part"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getString("words"),
                        row.getString("mend")))
                .list();
    }

    private List<TrialView> requests(String id) {
        return jdbc.sql("SELECT * FROM target_check_request WHERE check_id = :id ORDER BY position")
                .param("id", id)
                .query((row, n) -> new TrialView(
                        row.getString("request"),
                        row.getString("method"),
                        row.getString("address"),
                        row.getBoolean("good"),
                        Columns.intOrNull(row, "status"),
                        Columns.doubleOrNull(row, "ms"),
                        row.getObject("bytes", Long.class),
                        row.getString("leads_to"),
                        row.getString("words"),
                        row.getString("mend")))
                .list();
    }
}
