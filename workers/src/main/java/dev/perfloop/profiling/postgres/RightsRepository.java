package dev.perfloop.profiling.postgres;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what our role may see and set in a target's database, and what the server tells of itself. */
public final class RightsRepository {
    /**
     * @param statementsLoaded  the server loaded the library of pg_stat_statements
     * @param statementsCreated this database has the extension
     * @param unreadableTables  those with rows in them, the largest ten
     * @param foreignTables     those that our role may not index, as it is no member of their owner; the largest ten
     * @param telling           settings that decide what the server tells, those that it knows
     * @param settable          those of them that our role may set for the whole server
     */
    public record Rights(
            boolean statementsLoaded,
            boolean statementsCreated,
            boolean seesAllStatistics,
            List<String> unreadableTables,
            List<String> foreignTables,
            Map<String, String> telling,
            Set<String> settable,
            String serverVersion) {}

    private static final int PARAMETER_PRIVILEGES_SINCE = 150000;
    private static final List<String> TELLING = List.of(
            "compute_query_id",
            "track_activities",
            "track_counts",
            "track_io_timing",
            "pg_stat_statements.track",
            "pg_stat_statements.track_planning");

    private final JdbcClient jdbc;

    public RightsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Rights rights() {
        Map<String, String> telling = telling();
        return jdbc.sql("""
                        SELECT current_setting('pg_stat_statements.max', true) IS NOT NULL AS loaded,
                               EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements') AS created,
                               pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS all_statistics,
                               (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
                               current_setting('server_version_num')::int AS version,
                               current_setting('server_version') AS server_version""")
                .query((row, n) -> new Rights(
                        row.getBoolean("loaded"),
                        row.getBoolean("created"),
                        row.getBoolean("all_statistics"),
                        unreadableTables(),
                        foreignTables(),
                        telling,
                        row.getBoolean("superuser")
                                ? telling.keySet()
                                : row.getInt("version") >= PARAMETER_PRIVILEGES_SINCE
                                        ? granted(telling.keySet())
                                        : Set.of(),
                        row.getString("server_version")))
                .single();
    }

    private Map<String, String> telling() {
        Map<String, String> settings = new HashMap<>();
        jdbc.sql("SELECT name, setting FROM pg_settings WHERE name IN (:names)")
                .param("names", TELLING)
                .query(row -> {
                    settings.put(row.getString("name"), row.getString("setting"));
                });
        return settings;
    }

    /** Setting is not enough: the server must read it again. */
    private Set<String> granted(Set<String> names) {
        return new HashSet<>(
                jdbc.sql("""
                        SELECT name
                        FROM pg_settings
                        WHERE name IN (:names)
                          AND has_parameter_privilege(name, 'ALTER SYSTEM')
                          AND has_function_privilege('pg_reload_conf()', 'EXECUTE')""").param("names", names).query(String.class).list());
    }

    private List<String> unreadableTables() {
        return tables("NOT (has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'))");
    }

    private List<String> foreignTables() {
        return tables("NOT pg_has_role(c.relowner, 'USAGE')");
    }

    private List<String> tables(String such) {
        return jdbc.sql("""
                        SELECT c.oid::regclass::text
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p', 'm')
                          AND n.nspname <> 'information_schema'
                          AND n.nspname !~ '^pg_'
                          AND c.reltuples > 0
                          AND %s
                        ORDER BY c.relpages DESC
                        LIMIT 10""".formatted(such)).query(String.class).list();
    }
}
