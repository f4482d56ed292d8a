package dev.perfloop.profiling.postgres;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what our role may see in a target's database. */
public final class RightsRepository {
    /** @param unreadableTables those with rows in them, the largest ten */
    public record Rights(
            boolean statementStatistics, boolean seesAllStatistics, boolean ioTiming, List<String> unreadableTables) {}

    private final JdbcClient jdbc;

    public RightsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Rights rights() {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements')
                                   AND current_setting('pg_stat_statements.max', true) IS NOT NULL AS statements,
                               pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS all_statistics,
                               current_setting('track_io_timing')::boolean AS io_timing""")
                .query((row, n) -> new Rights(
                        row.getBoolean("statements"),
                        row.getBoolean("all_statistics"),
                        row.getBoolean("io_timing"),
                        unreadableTables()))
                .single();
    }

    private List<String> unreadableTables() {
        return jdbc.sql("""
                        SELECT c.oid::regclass::text
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'm')
                          AND n.nspname <> 'information_schema'
                          AND n.nspname !~ '^pg_'
                          AND c.reltuples > 0
                          AND NOT has_table_privilege(c.oid, 'SELECT')
                        ORDER BY c.relpages DESC
                        LIMIT 10""").query(String.class).list();
    }
}
