package dev.perfloop.weekly;

import dev.perfloop.weekly.WeekReport.AlertLine;
import dev.perfloop.weekly.WeekReport.GapLine;
import dev.perfloop.weekly.WeekReport.RunLine;
import dev.perfloop.weekly.WeekReport.StatementLine;
import dev.perfloop.weekly.WeekReport.Verdicts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what happened to a target in a time. */
@Repository
class SpanRepository {
    private static final int STATEMENTS = 10;
    private static final int MOST = 200;

    /** What readings are rolled up to; minutes tell of a short time, hours of a long one. */
    enum Rolled {
        MINUTE("sample_minute"),
        HOUR("sample_hour");

        private final String table;

        Rolled(String table) {
            this.table = table;
        }
    }

    private final JdbcClient jdbc;

    SpanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When it told something for the first time. */
    Optional<Instant> watchedSince(String target) {
        return jdbc.sql("SELECT min(first_at) FROM series WHERE target_id = :target")
                .param("target", target)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The whole of a target by these metrics, and its routes' response times. */
    List<Told> series(String target, Collection<String> metrics, Rolled rolled, Instant from, Instant until) {
        Map<Integer, List<Bucket>> buckets = new HashMap<>();
        var found = jdbc.sql("""
                        SELECT id, metric, coalesce(subject, '') AS subject, title, unit
                        FROM series
                        WHERE target_id = :target
                          AND (subject IS NULL AND metric = ANY (:metrics) OR metric IN ('request_p95_ms', 'request_mean_ms'))
                        ORDER BY id""")
                .param("target", target)
                .param("metrics", metrics.toArray(String[]::new))
                .query((row, n) -> {
                    List<Bucket> own = new ArrayList<>();
                    buckets.put(row.getInt("id"), own);
                    return new Told(
                            row.getInt("id"),
                            row.getString("metric"),
                            row.getString("subject"),
                            row.getString("title"),
                            row.getString("unit"),
                            own);
                })
                .list();
        jdbc.sql("""
                        SELECT series_id, at, total, weight, high
                        FROM %s
                        WHERE series_id = ANY (:series) AND at >= :from AND at < :until AND weight > 0
                        ORDER BY at""".formatted(rolled.table))
                .param("series", buckets.keySet().toArray(Integer[]::new))
                .param("from", at(from))
                .param("until", at(until))
                .query(row -> {
                    buckets.getOrDefault(row.getInt("series_id"), new ArrayList<>())
                            .add(new Bucket(
                                    instant(row, "at"),
                                    row.getDouble("total"),
                                    row.getDouble("weight"),
                                    row.getDouble("high")));
                });
        return found;
    }

    /** The heaviest by the time that the database spent with them. */
    List<StatementLine> statements(String target, Rolled rolled, Instant before, Instant since, Instant until) {
        return within("""
                        WITH used AS (
                            SELECT d.subject, max(d.title) AS title,
                                   sum(s.total) FILTER (WHERE d.metric = 'statement_load' AND s.at >= :since) AS seconds,
                                   sum(s.total) FILTER (WHERE d.metric = 'statement_load' AND s.at < :since) AS seconds_before,
                                   sum(s.total) FILTER (WHERE d.metric = 'statement_calls_per_second' AND s.at >= :since) AS calls,
                                   sum(s.total) FILTER (WHERE d.metric = 'statement_calls_per_second' AND s.at < :since) AS calls_before
                            FROM series d
                            JOIN %s s ON s.series_id = d.id
                            WHERE d.target_id = :target AND d.metric IN ('statement_load', 'statement_calls_per_second')
                              AND s.at >= :before AND s.at < :until
                            GROUP BY d.subject)
                        SELECT subject, title, seconds, seconds / nullif(sum(seconds) OVER (), 0) AS share, seconds_before,
                               coalesce(calls, 0) AS calls,
                               1000 * seconds / nullif(calls, 0) AS mean,
                               1000 * seconds_before / nullif(calls_before, 0) AS mean_before
                        FROM used
                        WHERE seconds > 0
                        ORDER BY seconds DESC, subject
                        LIMIT %d""".formatted(rolled.table, STATEMENTS), target, since, until)
                .param("before", at(before))
                .query((row, n) -> statement(row))
                .list();
    }

    /** What was not over before the time, nor opened after it. */
    List<AlertLine> alerts(String target, Instant since, Instant until) {
        return within("""
                        SELECT id::text, family, severity, state, words, opened_at, resolved_at, verdict, verdict_by
                        FROM alert
                        WHERE target_id = :target AND opened_at < :until AND (resolved_at IS NULL OR resolved_at >= :since)
                        ORDER BY opened_at, id
                        LIMIT %d""".formatted(MOST), target, since, until)
                .query((row, n) -> new AlertLine(
                        row.getString("id"),
                        row.getString("family"),
                        row.getString("severity"),
                        row.getString("state"),
                        row.getString("words"),
                        instant(row, "opened_at"),
                        instantOrNull(row, "resolved_at"),
                        row.getString("verdict"),
                        row.getString("verdict_by")))
                .list();
    }

    /** Of the same alerts, however many. */
    Verdicts verdicts(String target, Instant since, Instant until) {
        return within("""
                        SELECT count(*) AS alerts,
                               count(*) FILTER (WHERE resolved_at IS NULL OR resolved_at > :until) AS not_over,
                               count(*) FILTER (WHERE verdict = 'REAL') AS "real",
                               count(*) FILTER (WHERE verdict = 'NOISE') AS noise,
                               count(*) FILTER (WHERE verdict IS NULL) AS "none"
                        FROM alert
                        WHERE target_id = :target AND opened_at < :until AND (resolved_at IS NULL OR resolved_at >= :since)""", target, since, until).query(Verdicts.class).single();
    }

    List<RunLine> runs(String target, Instant since, Instant until) {
        return within("""
                        SELECT r.id, coalesce(r.outcome, r.status) AS outcome, r.requested_by, r.requested_at,
                               (SELECT count(*) FROM change c
                                WHERE c.run_id = r.id AND c.purpose = 'PLAN' AND c.status = 'KEPT') AS kept,
                               (r.summary -> 'gain' ->> 'meanMsSavedPerRequest')::float8 AS saved
                        FROM run r
                        WHERE r.target = :target AND r.requested_at >= :since AND r.requested_at < :until
                        ORDER BY r.requested_at, r.id
                        LIMIT %d""".formatted(MOST), target, since, until)
                .query((row, n) -> new RunLine(
                        row.getString("id"),
                        row.getString("outcome"),
                        row.getString("requested_by"),
                        instant(row, "requested_at"),
                        row.getInt("kept"),
                        (Double) row.getObject("saved")))
                .list();
    }

    List<GapLine> gaps(String target, Instant since, Instant until) {
        return within("""
                        SELECT source, since, until, reason, recovered
                        FROM gap
                        WHERE target_id = :target AND since < :until AND (until IS NULL OR until >= :since)
                        ORDER BY since, source
                        LIMIT %d""".formatted(MOST), target, since, until)
                .query((row, n) -> new GapLine(
                        row.getString("source"),
                        instant(row, "since"),
                        instantOrNull(row, "until"),
                        row.getString("reason"),
                        row.getString("recovered")))
                .list();
    }

    /** When changes were applied to the target, each with its statement. */
    Map<String, Instant> applied(String target, Instant since, Instant until) {
        Map<String, Instant> applied = new HashMap<>();
        within("""
                        SELECT c.statement, c.applied_at
                        FROM change c JOIN run r ON r.id = c.run_id
                        WHERE r.target = :target AND c.applied_at >= :since AND c.applied_at < :until""", target, since, until).query(row -> {
            applied.put(row.getString("statement"), instant(row, "applied_at"));
        });
        return applied;
    }

    private JdbcClient.StatementSpec within(String sql, String target, Instant since, Instant until) {
        return jdbc.sql(sql).param("target", target).param("since", at(since)).param("until", at(until));
    }

    private static StatementLine statement(ResultSet row) throws SQLException {
        Double mean = (Double) row.getObject("mean");
        Double before = (Double) row.getObject("mean_before");
        return new StatementLine(
                row.getString("subject"),
                row.getString("title"),
                row.getDouble("seconds"),
                row.getDouble("share"),
                (Double) row.getObject("seconds_before"),
                row.getDouble("calls"),
                mean,
                before,
                Change.pct(before, mean));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
