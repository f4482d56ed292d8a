package dev.perfloop.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryRepository {
    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID alert, String event, @Nullable String words, List<String> channels, Instant now) {
        for (String channel : channels) {
            jdbc.sql("""
                            INSERT INTO alert_delivery (alert_id, channel, event, words, status, next_at, made_at)
                            VALUES (:alert, :channel, :event, :words, 'WAITING', :now, :now)
                            ON CONFLICT DO NOTHING""")
                    .param("alert", alert)
                    .param("channel", channel)
                    .param("event", event)
                    .param("words", words)
                    .param("now", at(now))
                    .update();
        }
    }

    /** Who was told of trouble is told that it is over. */
    void addResolved(Instant now) {
        jdbc.sql("""
                        INSERT INTO alert_delivery (alert_id, channel, event, status, next_at, made_at)
                        SELECT DISTINCT d.alert_id, d.channel, 'RESOLVED', 'WAITING', :now::timestamptz, :now::timestamptz
                        FROM alert_delivery d
                        JOIN alert a ON a.id = d.alert_id AND a.state = 'RESOLVED'
                        WHERE d.event IN ('WARNING', 'CRITICAL') AND d.status = 'SENT'
                        ON CONFLICT DO NOTHING""").param("now", at(now)).update();
    }

    List<String> channelsDue(Instant now) {
        return jdbc.sql("SELECT DISTINCT channel FROM alert_delivery WHERE status = 'WAITING' AND next_at <= :now")
                .param("now", at(now))
                .query(String.class)
                .list();
    }

    /** Takes what is due for this process alone: until the lease ends nobody else sends it. */
    List<Telling> claim(String channel, Instant now, Duration lease, int most) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT id FROM alert_delivery
                            WHERE status = 'WAITING' AND next_at <= :now AND channel = :channel
                            ORDER BY next_at
                            LIMIT :most
                            FOR UPDATE SKIP LOCKED
                        )
                        UPDATE alert_delivery d
                        SET next_at = :lease
                        FROM due, alert a
                        WHERE d.id = due.id AND a.id = d.alert_id
                        RETURNING d.id, d.alert_id, d.channel, d.event, d.made_at, d.attempts, a.target_id, a.family, a.severity,
                                  coalesce(d.words, a.words) AS words, a.opened_at""")
                .param("channel", channel)
                .param("now", at(now))
                .param("lease", at(now.plus(lease)))
                .param("most", most)
                .query((row, n) -> new Telling(
                        row.getLong("id"),
                        row.getObject("alert_id", UUID.class),
                        row.getString("channel"),
                        row.getString("event"),
                        row.getString("target_id"),
                        row.getString("family"),
                        row.getString("severity"),
                        row.getString("words"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        null))
                .list();
    }

    void ended(long id, String status, String words, Instant now) {
        jdbc.sql("""
                        UPDATE alert_delivery
                        SET status = :status, attempts = attempts + 1, ended_at = :now, last_words = :words
                        WHERE id = :id""")
                .param("id", id)
                .param("status", status)
                .param("words", words)
                .param("now", at(now))
                .update();
    }

    void again(long id, String words, Instant next) {
        jdbc.sql(
                        "UPDATE alert_delivery SET attempts = attempts + 1, next_at = :next, last_words = :words WHERE id = :id")
                .param("id", id)
                .param("words", words)
                .param("next", at(next))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
