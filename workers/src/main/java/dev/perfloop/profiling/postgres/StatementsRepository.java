package dev.perfloop.profiling.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code pg_stat_statements} of the target's own database. Left out is what we do ourselves: every statement that
 * carries our tag, and every statement of our role unless the service uses that role too.
 */
public final class StatementsRepository {
    private final JdbcClient jdbc;

    public StatementsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schema the extension lives in, quoted; empty when it was not created in this database. */
    public Optional<String> extensionSchema() {
        return jdbc.sql("""
                        SELECT quote_ident(n.nspname)
                        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                        WHERE e.extname = 'pg_stat_statements'""").query(String.class).optional();
    }

    /** When the statistics were last reset or the server last started, whichever came later. */
    public Instant countingSince(String schema) {
        return jdbc.sql("""
                        SELECT greatest(stats_reset, pg_postmaster_start_time())
                        FROM %s.pg_stat_statements_info""".formatted(schema))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** How often entries were thrown out because more statements came than pg_stat_statements.max. */
    public long evictions(String schema) {
        return jdbc.sql("SELECT dealloc FROM %s.pg_stat_statements_info".formatted(schema))
                .query(Long.class)
                .single();
    }

    public List<StatementCounters> counters(String schema) {
        return jdbc.sql("""
                        SELECT queryid,
                               min(query) AS query,
                               sum(calls) AS calls,
                               sum(total_exec_time) AS total_ms,
                               sum(rows) AS rows,
                               sum(shared_blks_hit) AS hit,
                               sum(shared_blks_read) AS read,
                               sum(temp_blks_read + temp_blks_written) AS temp,
                               sum(wal_bytes) AS wal
                        FROM %s.pg_stat_statements
                        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                          AND queryid IS NOT NULL
                          AND toplevel
                          AND query NOT LIKE '%%/* perfloop */%%'
                          AND (userid <> current_user::regrole
                               OR EXISTS (SELECT 1 FROM pg_stat_activity
                                          WHERE usename = current_user
                                            AND datname = current_database()
                                            AND application_name <> 'perfloop'))
                        GROUP BY queryid""".formatted(schema))
                .query((row, n) -> new StatementCounters(
                        row.getLong("queryid"),
                        row.getString("query"),
                        row.getLong("calls"),
                        row.getDouble("total_ms"),
                        row.getLong("rows"),
                        row.getLong("hit"),
                        row.getLong("read"),
                        row.getLong("temp"),
                        row.getLong("wal")))
                .list();
    }
}
