package dev.perfloop.web.kpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KpiRepository {
    /** Stands for all targets together; none is called so. */
    private static final String ALL = "";

    private final JdbcClient jdbc;

    KpiRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param target null for all of them */
    KpisView of(@Nullable String target, Instant from, Instant to) {
        var collected = collected(target, from, to);
        var rows = jdbc.sql("""
                        WITH opened AS (
                            SELECT a.*,
                                   extract(epoch FROM a.opened_at - a.due_at) AS noticed,
                                   extract(epoch FROM (
                                       SELECT min(d.ended_at) FROM alert_delivery d
                                       WHERE d.alert_id = a.id AND d.status = 'SENT' AND d.event IN ('WARNING', 'CRITICAL')) - a.due_at)
                                       AS told,
                                   extract(epoch FROM a.resolved_at - a.opened_at) AS recovered
                            FROM alert a
                            WHERE a.opened_at >= :from AND a.opened_at < :to
                              AND (:target::text IS NULL OR a.target_id = :target)
                        ),
                        shown AS (
                            SELECT target_id FROM monitoring WHERE wanted AND (:target::text IS NULL OR target_id = :target)
                            UNION
                            SELECT target_id FROM opened
                        )
                        SELECT target_id,
                               count(o.id) AS alerts,
                               count(*) FILTER (WHERE o.verdict = 'REAL') AS confirmed,
                               count(*) FILTER (WHERE o.verdict = 'NOISE') AS dismissed,
                               percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY o.noticed) AS noticed,
                               percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY o.told) AS told,
                               percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY o.recovered) AS recovered
                        FROM shown LEFT JOIN opened o USING (target_id)
                        GROUP BY GROUPING SETS ((target_id), ())
                        ORDER BY grouping(target_id) DESC, target_id""")
                .param("target", target)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> n == 0
                        ? view(row, target, from, to, collected.get(ALL))
                        : view(row, row.getString("target_id"), from, to, collected.get(row.getString("target_id"))))
                .list();
        return new KpisView(rows.getFirst(), rows.subList(1, rows.size()));
    }

    /**
     * The collector keeps a series for each source: 1 where it told nothing, 0 where it did. What it did not even try, as it was not
     * running, is no reading, and counts as missing. Whole hours are taken as they are rolled up, so that weeks of many targets are
     * added up in a moment; minutes tell of the rest.
     *
     * @return the share by target, of those of which it is known
     */
    private Map<String, Double> collected(@Nullable String target, Instant from, Instant to) {
        Map<String, Double> shares = new HashMap<>();
        jdbc.sql("""
                        WITH mark AS (
                            SELECT max(until) FILTER (WHERE resolution = 'MINUTE') AS minutes,
                                   coalesce(max(until) FILTER (WHERE resolution = 'HOUR'), '-infinity') AS hours
                            FROM sample_mark
                        ),
                        source AS (
                            SELECT s.id, s.target_id, m.every_seconds, mark.hours,
                                   least(:to::timestamptz, mark.minutes) AS until,
                                   greatest(:from::timestamptz, date_trunc('minute', s.first_at) + interval '1 min') AS since
                            FROM series s
                            JOIN monitoring m ON m.target_id = s.target_id AND m.wanted
                            CROSS JOIN mark
                            WHERE s.metric = 'collection_failed_share' AND (:target::text IS NULL OR s.target_id = :target)
                        ),
                        began AS (
                            SELECT *, date_trunc('hour', since, 'UTC') + interval '1 hour' AS hours_since
                            FROM source WHERE until > since
                        ),
                        parted AS (
                            SELECT *, greatest(hours_since, date_trunc('hour', least(until, hours), 'UTC')) AS hours_until
                            FROM began
                        )
                        SELECT p.target_id,
                               sum(least(t.told, extract(epoch FROM p.until - p.since) / p.every_seconds))
                                   / sum(extract(epoch FROM p.until - p.since) / p.every_seconds) AS share
                        FROM parted p
                        CROSS JOIN LATERAL (
                            SELECT coalesce(sum(r.count * (1 - r.total / nullif(r.weight, 0))), 0) AS told
                            FROM (SELECT count, total, weight FROM sample_hour
                                  WHERE series_id = p.id AND at >= p.hours_since AND at < p.hours_until
                                  UNION ALL
                                  SELECT count, total, weight FROM sample_minute
                                  WHERE series_id = p.id AND at >= p.since AND at < least(p.hours_since, p.until)
                                  UNION ALL
                                  SELECT count, total, weight FROM sample_minute
                                  WHERE series_id = p.id AND at >= p.hours_until AND at < p.until) AS r
                        ) AS t
                        GROUP BY GROUPING SETS ((p.target_id), ())""")
                .param("target", target)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    if (row.getObject("share", Double.class) instanceof Double share) {
                        shares.put(Objects.requireNonNullElse(row.getString("target_id"), ALL), share);
                    }
                });
        return shares;
    }

    private static KpiView view(
            ResultSet row, @Nullable String target, Instant from, Instant to, @Nullable Double collected)
            throws SQLException {
        long confirmed = row.getLong("confirmed");
        long dismissed = row.getLong("dismissed");
        return new KpiView(
                target,
                from,
                to,
                collected,
                row.getLong("alerts"),
                confirmed,
                dismissed,
                confirmed + dismissed == 0 ? null : (double) confirmed / (confirmed + dismissed),
                at(row, "noticed", 0),
                at(row, "noticed", 1),
                at(row, "told", 0),
                at(row, "told", 1),
                at(row, "recovered", 0),
                at(row, "recovered", 1));
    }

    private static @Nullable Double at(ResultSet row, String column, int index) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : ((Double[]) array.getArray())[index];
    }
}
