package dev.perfloop.profiling.postgres;

import dev.perfloop.profiling.StatementFacts.Details;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code pg_stat_statements} of the target's own database. Left out is what we do ourselves: every statement that
 * carries our tag, and every statement of our role unless the service uses that role too.
 *
 * <p>Which columns there are depends on the version of the extension, which an upgrade of the server leaves as it was.
 */
public final class StatementsRepository {
    private final JdbcClient jdbc;

    public StatementsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schema the extension lives in, quoted; empty when it was not created in this database or the server did not load it. */
    public Optional<String> extensionSchema() {
        return jdbc.sql("""
                        SELECT quote_ident(n.nspname)
                        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                        WHERE e.extname = 'pg_stat_statements'
                          AND current_setting('pg_stat_statements.max', true) IS NOT NULL""").query(String.class).optional();
    }

    /** When the statistics were last reset or the server last started, whichever came later. */
    public Instant countingSince(String schema) {
        String since = hasInfo(schema)
                ? "(SELECT greatest(stats_reset, pg_postmaster_start_time()) FROM %s.pg_stat_statements_info)"
                        .formatted(schema)
                : "pg_postmaster_start_time()";
        return jdbc.sql("SELECT " + since)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /**
     * The counters outlive a restart, so that only a reset begins them anew.
     *
     * @param last as text, the server's own; empty where it does not say
     * @param agoSeconds by the server's clock; not a number where it does not say
     */
    public record Reset(String last, double agoSeconds) {}

    public Reset resets(String schema) {
        return hasInfo(schema)
                ? jdbc.sql("""
                                SELECT coalesce(extract(epoch FROM stats_reset)::text, '') AS last,
                                       extract(epoch FROM clock_timestamp() - stats_reset)::float8 AS ago
                                FROM %s.pg_stat_statements_info""".formatted(schema))
                        .query((row, n) -> new Reset(row.getString("last"), row.getDouble("ago")))
                        .single()
                : new Reset("", Double.NaN);
    }

    /** When the server started: what counts without the extension. */
    public Instant serverStart() {
        return jdbc.sql("SELECT pg_postmaster_start_time()")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** How often entries were thrown out because more statements came than pg_stat_statements.max. */
    public long evictions(String schema) {
        return hasInfo(schema)
                ? jdbc.sql("SELECT dealloc FROM %s.pg_stat_statements_info".formatted(schema))
                        .query(Long.class)
                        .single()
                : 0;
    }

    public List<StatementCounters> counters(String schema) {
        Set<String> columns = columns(schema);
        return jdbc.sql("""
                        SELECT queryid,
                               min(query) AS query,
                               sum(calls) AS calls,
                               sum(total_exec_time) AS total_ms,
                               sum(rows) AS rows,
                               sum(shared_blks_hit) AS hit,
                               sum(shared_blks_read) AS read,
                               sum(temp_blks_read + temp_blks_written) AS temp,
                               sum(wal_bytes) AS wal,
                               max(max_exec_time) AS max_ms,
                               sqrt(sum(calls * stddev_exec_time ^ 2) / greatest(1, sum(calls))) AS stddev_ms,
                               sum(total_plan_time) AS plan_ms,
                               %s AS read_ms,
                               %s AS write_ms,
                               sum(shared_blks_dirtied) AS dirtied,
                               sum(temp_blks_read) AS temp_read,
                               sum(temp_blks_written) AS temp_written,
                               %s AS jit_ms
                        FROM %s.pg_stat_statements
                        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                          AND queryid IS NOT NULL
                          AND %s
                          AND query NOT LIKE '%%/* perfloop */%%'
                          AND (userid <> current_user::regrole
                               OR EXISTS (SELECT 1 FROM pg_stat_activity
                                          WHERE usename = current_user
                                            AND datname = current_database()
                                            AND application_name <> 'perfloop'))
                        GROUP BY queryid""".formatted(
                                sum(columns, "blk_read_time", "shared_blk_read_time", "local_blk_read_time"),
                                sum(columns, "blk_write_time", "shared_blk_write_time", "local_blk_write_time"),
                                sum(
                                        columns,
                                        "jit_generation_time",
                                        "jit_inlining_time",
                                        "jit_optimization_time",
                                        "jit_emission_time"),
                                schema,
                                columns.contains("toplevel") ? "toplevel" : "true"))
                .query((row, n) -> new StatementCounters(
                        row.getLong("queryid"),
                        row.getString("query"),
                        row.getLong("calls"),
                        row.getDouble("total_ms"),
                        row.getLong("rows"),
                        row.getLong("hit"),
                        row.getLong("read"),
                        row.getLong("temp"),
                        row.getLong("wal"),
                        new Details(
                                row.getDouble("max_ms"),
                                row.getDouble("stddev_ms"),
                                row.getDouble("plan_ms"),
                                row.getDouble("read_ms"),
                                row.getDouble("write_ms"),
                                row.getLong("dirtied"),
                                row.getLong("temp_read"),
                                row.getLong("temp_written"),
                                row.getDouble("jit_ms"))))
                .list();
    }

    /** Normalised texts by query id, of those that are known. */
    public Map<Long, String> texts(String schema, Collection<Long> queryIds) {
        Map<Long, String> texts = new HashMap<>();
        if (!queryIds.isEmpty()) {
            jdbc.sql("""
                            SELECT queryid, min(query) AS query
                            FROM %s.pg_stat_statements
                            WHERE queryid IN (:ids)
                            GROUP BY queryid""".formatted(schema)).param("ids", queryIds).query(row -> {
                texts.put(row.getLong("queryid"), row.getString("query"));
            });
        }
        return texts;
    }

    private boolean hasInfo(String schema) {
        return jdbc.sql("SELECT to_regclass(:view) IS NOT NULL")
                .param("view", schema + ".pg_stat_statements_info")
                .query(Boolean.class)
                .single();
    }

    private Set<String> columns(String schema) {
        return new HashSet<>(jdbc.sql(
                        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(:view) AND attnum > 0 AND NOT attisdropped")
                .param("view", schema + ".pg_stat_statements")
                .query(String.class)
                .list());
    }

    /** Of the columns there are. */
    private static String sum(Set<String> columns, String... wanted) {
        var there = List.of(wanted).stream().filter(columns::contains).toList();
        return there.isEmpty() ? "0" : "sum(" + String.join(" + ", there) + ")";
    }
}
