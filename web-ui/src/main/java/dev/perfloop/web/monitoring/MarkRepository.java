package dev.perfloop.web.monitoring;

import dev.perfloop.web.monitoring.MarkView.MarkKind;
import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to a target, for its time axis. */
@Repository
class MarkRepository {
    private final JdbcClient jdbc;

    MarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first; an alert that began before and lasted into the time is among them. */
    List<MarkView> of(String target, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT requested_at AS at, NULL::timestamptz AS until, 'RUN' AS kind, id AS run_id, NULL AS alert_id,
                               NULL::int AS series_id, coalesce(outcome, status) AS words
                        FROM run
                        WHERE target = :target AND requested_at BETWEEN :from AND :until
                        UNION ALL
                        SELECT c.applied_at, NULL, 'CHANGE', c.run_id, NULL, NULL, c.statement
                        FROM change c
                        JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target AND c.applied_at BETWEEN :from AND :until
                        UNION ALL
                        SELECT opened_at, resolved_at, 'ALERT', NULL, id::text, NULL, words
                        FROM alert
                        WHERE target_id = :target AND opened_at <= :until AND coalesce(resolved_at, 'infinity') >= :from
                        UNION ALL
                        SELECT l.at, NULL, 'LEVEL', NULL, NULL, l.series_id, l.change
                        FROM level_change l
                        JOIN series s ON s.id = l.series_id
                        WHERE s.target_id = :target AND l.at BETWEEN :from AND :until
                        ORDER BY at""")
                .param("target", target)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new MarkView(
                        Columns.instant(row, "at"),
                        Columns.instantOrNull(row, "until"),
                        MarkKind.valueOf(row.getString("kind")),
                        row.getString("run_id"),
                        row.getString("alert_id"),
                        Columns.intOrNull(row, "series_id"),
                        row.getString("words")))
                .list();
    }
}
