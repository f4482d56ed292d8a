package dev.perfloop.web.kpis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KpiRepository {
    private final JdbcClient jdbc;

    KpiRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param target null for all of them */
    KpiView of(@Nullable String target, Instant from, Instant to) {
        Double collected = collected(target, from, to);
        return jdbc.sql("""
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
                        )
                        SELECT count(*) AS alerts,
                               count(*) FILTER (WHERE verdict = 'REAL') AS confirmed,
                               count(*) FILTER (WHERE verdict = 'NOISE') AS dismissed,
                               percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY noticed) AS noticed,
                               percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY told) AS told,
                               percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY recovered) AS recovered
                        FROM opened""")
                .param("target", target)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> view(row, target, from, to, collected))
                .single();
    }

    /**
     * The collector keeps a series for each source: 1 where it told nothing, 0 where it did. What it did not even try, as it was not
     * running, is no reading, and counts as missing.
     */
    private @Nullable Double collected(@Nullable String target, Instant from, Instant to) {
        return jdbc.sql("""
                        WITH source AS (
                            SELECT s.id, m.every_seconds,
                                   least(:to::timestamptz, (SELECT until FROM sample_mark WHERE resolution = 'MINUTE')) AS until,
                                   greatest(:from::timestamptz, date_trunc('minute', s.first_at) + interval '1 min') AS since
                            FROM series s
                            JOIN monitoring m ON m.target_id = s.target_id AND m.wanted
                            WHERE s.metric = 'collection_failed_share' AND (:target::text IS NULL OR s.target_id = :target)
                        )
                        SELECT sum(least(told, due)) / nullif(sum(due), 0) AS share
                        FROM (SELECT extract(epoch FROM s.until - s.since) / s.every_seconds AS due,
                                     (SELECT coalesce(sum(r.count * (1 - r.total / nullif(r.weight, 0))), 0)
                                      FROM sample_minute r
                                      WHERE r.series_id = s.id AND r.at >= s.since AND r.at < s.until) AS told
                              FROM source s
                              WHERE s.until > s.since) AS each""")
                .param("target", target)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Share(row.getObject("share", Double.class)))
                .single()
                .value();
    }

    private record Share(@Nullable Double value) {}

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
