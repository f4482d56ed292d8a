package dev.perfloop.weekly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that were asked for, and what became of them. */
@Repository
class TargetReportRepository {
    private final JdbcClient jdbc;

    TargetReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of the targets whose monitoring is wanted, by name. */
    Map<String, String> monitored() {
        Map<String, String> files = new TreeMap<>();
        jdbc.sql("SELECT name, definition FROM target JOIN monitoring ON target_id = name WHERE wanted")
                .query(row -> {
                    files.put(row.getString("name"), row.getString("definition"));
                });
        return files;
    }

    Optional<String> definition(String target) {
        return jdbc.sql("SELECT definition FROM target WHERE name = :target")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    /** A week is asked for once, by however many of us, and not where nothing was collected before its end. */
    void askOnce(String target, Span week, Instant now) {
        jdbc.sql("""
                        INSERT INTO target_report (id, target_id, since, until, zone, weekly, status, asked_by, asked_at)
                        SELECT gen_random_uuid(), :target, :since, :until, :zone, true, 'WAITING', 'Perfloop', :now
                        WHERE EXISTS (SELECT 1 FROM series WHERE target_id = :target AND first_at < :until)
                        ON CONFLICT DO NOTHING""")
                .param("target", target)
                .param("since", at(week.since()))
                .param("until", at(week.until()))
                .param("zone", week.zone().getId())
                .param("now", at(now))
                .update();
    }

    /** The next one to be made, for this process alone until the lease ends. */
    Optional<Asked> claim(Instant now, Duration lease) {
        return jdbc.sql("""
                        UPDATE target_report
                        SET claimed_until = :lease, attempts = attempts + 1
                        WHERE id = (SELECT id FROM target_report
                                    WHERE status = 'WAITING' AND (claimed_until IS NULL OR claimed_until < :now)
                                    ORDER BY weekly, asked_at
                                    LIMIT 1
                                    FOR UPDATE SKIP LOCKED)
                        RETURNING id, target_id, since, until, zone, weekly, attempts""")
                .param("now", at(now))
                .param("lease", at(now.plus(lease)))
                .query((row, n) -> asked(row))
                .optional();
    }

    /** @return false when somebody else, who thought us dead, was faster */
    boolean made(UUID id, String content, String html, String markdown, Instant now) {
        return jdbc.sql("""
                        UPDATE target_report
                        SET status = 'MADE', content = :content::jsonb, html = :html, markdown = :markdown, ended_at = :now
                        WHERE id = :id AND status = 'WAITING'""")
                        .param("id", id)
                        .param("content", content)
                        .param("html", html)
                        .param("markdown", markdown)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void failed(UUID id, String why, Instant now) {
        jdbc.sql("""
                        UPDATE target_report SET status = 'FAILED', why_none = :why, ended_at = :now
                        WHERE id = :id AND status = 'WAITING'""").param("id", id).param("why", why).param("now", at(now)).update();
    }

    void again(UUID id, Instant next) {
        jdbc.sql("UPDATE target_report SET claimed_until = :next WHERE id = :id")
                .param("id", id)
                .param("next", at(next))
                .update();
    }

    void forgetAsked(Instant before) {
        jdbc.sql("DELETE FROM target_report WHERE NOT weekly AND asked_at < :before")
                .param("before", at(before))
                .update();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getString("target_id"),
                new Span(
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("zone"))),
                row.getBoolean("weekly"),
                row.getInt("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
