package dev.perfloop.load.checks;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Asks {@code pg_stat_statements} of the target's own database. Left out is what we do ourselves: what carries our tag, and
 * what our role does unless the service uses that role too.
 */
@Repository
class StatementWorkRepository {
    private static final String OF_THE_SERVICE = """
            AND query NOT LIKE '%/* perfloop */%'
            AND (userid <> current_user::regrole
                 OR EXISTS (SELECT 1 FROM pg_stat_activity
                            WHERE usename = current_user
                              AND datname = current_database()
                              AND application_name <> 'perfloop'))""";

    private final TargetDatabase.Door door;

    StatementWorkRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** Without texts, which is quick; none where nobody counts. */
    List<StatementCount> counts(Target target) {
        return door.of(target)
                .read(jdbc -> schema(jdbc)
                        .map(schema -> read(jdbc, "''", schema + ".pg_stat_statements(false)", ""))
                        .orElse(List.of()));
    }

    /** With their texts. */
    List<StatementCount> countsWithTexts(Target target) {
        return door.of(target)
                .read(jdbc -> schema(jdbc)
                        .map(schema -> read(jdbc, "min(query)", schema + ".pg_stat_statements", OF_THE_SERVICE))
                        .orElse(List.of()));
    }

    private static List<StatementCount> read(JdbcClient jdbc, String text, String from, String where) {
        return jdbc.sql("""
                        SELECT queryid, %s AS query, sum(calls) AS calls, sum(total_exec_time) AS total_ms, sum(rows) AS rows,
                               sum(shared_blks_hit) AS hit, sum(shared_blks_read) AS read, sum(wal_bytes) AS wal
                        FROM %s
                        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                          AND queryid IS NOT NULL
                          %s
                        GROUP BY queryid""".formatted(text, from, where))
                .query((row, n) -> new StatementCount(
                        row.getLong("queryid"),
                        row.getString("query"),
                        row.getLong("calls"),
                        row.getDouble("total_ms"),
                        row.getLong("rows"),
                        row.getLong("hit"),
                        row.getLong("read"),
                        row.getLong("wal")))
                .list();
    }

    /** Where the extension lives, quoted; empty when it was not created here or the server did not load it. */
    private static Optional<String> schema(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT quote_ident(n.nspname)
                        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                        WHERE e.extname = 'pg_stat_statements'
                          AND current_setting('pg_stat_statements.max', true) IS NOT NULL""").query(String.class).optional();
    }
}
