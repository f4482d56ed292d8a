package dev.perfloop.monitoring.statement;

import dev.perfloop.monitoring.statement.Burden.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was found of statements, for as long as it lasts. */
@Repository
class BurdenRepository {
    private final JdbcClient jdbc;

    BurdenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Burden> open(String target) {
        return jdbc.sql("""
                        SELECT statement, kind, since, figure, words FROM statement_finding
                        WHERE target_id = :target AND ended_at IS NULL""")
                .param("target", target)
                .query((row, n) -> new Burden(
                        row.getString("statement"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getDouble("figure"),
                        row.getString("words")))
                .list();
    }

    /** By statement: what it is called in front of people. */
    Map<String, String> titles(String target) {
        Map<String, String> titles = new HashMap<>();
        jdbc.sql("SELECT subject, title FROM series WHERE target_id = :target AND metric = 'statement_load'")
                .param("target", target)
                .query(row -> {
                    titles.put(row.getString("subject"), row.getString("title"));
                });
        return titles;
    }

    /** What is not found any more is over; what still is keeps when it began. */
    @Transactional
    public void keep(String target, List<Burden> found, Instant now) {
        jdbc.sql("""
                        UPDATE statement_finding SET ended_at = :now
                        WHERE target_id = :target AND ended_at IS NULL AND kind || ' ' || statement <> ALL (:found)""")
                .param("target", target)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "found",
                        found.stream()
                                .map(it -> it.kind() + " " + it.statement())
                                .toArray(String[]::new))
                .update();
        for (var burden : found) {
            jdbc.sql("""
                            INSERT INTO statement_finding (target_id, statement, kind, since, figure, words, found_at)
                            VALUES (:target, :statement, :kind, :since, :figure, :words, :now)
                            ON CONFLICT (target_id, statement, kind) WHERE ended_at IS NULL DO UPDATE
                            SET figure = excluded.figure, words = excluded.words""")
                    .param("target", target)
                    .param("statement", burden.statement())
                    .param("kind", burden.kind().name())
                    .param("since", burden.since().atOffset(ZoneOffset.UTC))
                    .param("figure", burden.figure())
                    .param("words", burden.words())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
