package dev.perfloop.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LetterRepository {
    private final JdbcClient jdbc;

    LetterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param attempts how often it was tried already */
    record Posted(long id, String mailbox, Letter letter, Instant madeAt, int attempts) {}

    boolean add(String cause, String mailbox, Letter letter, Instant now) {
        return jdbc.sql("""
                        INSERT INTO letter (cause, recipient, subject, body, html, status, next_at, made_at)
                        VALUES (:cause, :recipient, :subject, :body, :html, 'WAITING', :now, :now)
                        ON CONFLICT DO NOTHING""")
                        .param("cause", cause)
                        .param("recipient", mailbox)
                        .param("subject", letter.subject())
                        .param("body", letter.text())
                        .param("html", letter.html())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Takes what is due for this process alone: until the lease ends nobody else sends it. */
    List<Posted> claim(Instant now, Duration lease, int most) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT id FROM letter
                            WHERE status = 'WAITING' AND next_at <= :now
                            ORDER BY next_at
                            LIMIT :most
                            FOR UPDATE SKIP LOCKED
                        )
                        UPDATE letter l
                        SET next_at = :lease
                        FROM due
                        WHERE l.id = due.id
                        RETURNING l.id, l.recipient, l.subject, l.body, l.html, l.made_at, l.attempts""")
                .param("now", at(now))
                .param("lease", at(now.plus(lease)))
                .param("most", most)
                .query((row, n) -> new Posted(
                        row.getLong("id"),
                        row.getString("recipient"),
                        new Letter(row.getString("subject"), row.getString("body"), row.getString("html")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .list();
    }

    void ended(long id, String status, String words, Instant now) {
        jdbc.sql("""
                        UPDATE letter
                        SET status = :status, attempts = attempts + 1, ended_at = :now, last_words = :words, body = NULL, html = NULL
                        WHERE id = :id""")
                .param("id", id)
                .param("status", status)
                .param("words", words)
                .param("now", at(now))
                .update();
    }

    void again(long id, String words, Instant next) {
        jdbc.sql("UPDATE letter SET attempts = attempts + 1, next_at = :next, last_words = :words WHERE id = :id")
                .param("id", id)
                .param("words", words)
                .param("next", at(next))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
