package dev.perfloop.profiling.postgres;

import dev.perfloop.profiling.ParameterRights;
import dev.perfloop.profiling.ParameterRights.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads where our role may set which parameter of a target's server. */
public final class SettableRepository {
    private static final int PARAMETER_PRIVILEGES_SINCE = 150000;
    private static final Granted NOTHING = new Granted("", false, false);

    /**
     * @param owner          it has the rights of the owner of the target's database
     * @param alone          the server has no other database that somebody could work in
     * @param seesSettings   it is told which file a setting comes from
     * @param seesSessions   it is told how old the sessions of others are
     * @param alterSystemAllowed false where the server's configuration is in the hands of something else (PostgreSQL 17 on)
     * @param createsSchemas it may have sessions make their plans anew
     */
    record Role(
            String name,
            boolean superuser,
            int version,
            boolean owner,
            boolean alone,
            boolean seesSettings,
            boolean seesSessions,
            boolean mayReload,
            boolean alterSystemAllowed,
            boolean createsSchemas) {}

    /**
     * @param context    who may set it when, as {@code pg_settings} has it
     * @param source     where its value comes from
     * @param ofDatabase it is set for the target's database already
     * @param roles      for which roles it is set; null for none
     */
    record Setting(
            String name,
            String context,
            String source,
            boolean ofDatabase,
            @Nullable String roles) {}

    /** Rights on one parameter that are granted since PostgreSQL 15. */
    record Granted(String name, boolean toSet, boolean toAlterSystem) {}

    private final JdbcClient jdbc;

    public SettableRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ParameterRights rights() {
        var role = role();
        Map<String, Granted> granted = new HashMap<>();
        if (role.version() >= PARAMETER_PRIVILEGES_SINCE) {
            granted().forEach(it -> granted.put(it.name(), it));
        }
        return new ParameterRights(settings().stream()
                .map(setting -> parameter(role, setting, granted.getOrDefault(setting.name(), NOTHING)))
                .toList());
    }

    private static Parameter parameter(Role role, Setting setting, Granted granted) {
        return new ParameterReach(role, setting, granted).parameter();
    }

    private Role role() {
        return jdbc.sql("""
                        SELECT current_user AS name,
                               (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
                               current_setting('server_version_num')::int AS version,
                               pg_has_role(d.datdba, 'USAGE') AS owner,
                               NOT EXISTS (SELECT 1 FROM pg_database o
                                           WHERE o.datallowconn AND NOT o.datistemplate
                                             AND o.oid <> d.oid AND o.datname <> 'postgres') AS alone,
                               pg_has_role('pg_read_all_settings', 'USAGE') AS sees_settings,
                               pg_has_role('pg_read_all_stats', 'USAGE') AS sees_sessions,
                               has_function_privilege('pg_reload_conf()', 'EXECUTE') AS may_reload,
                               COALESCE(current_setting('allow_alter_system', true), 'on') = 'on' AS alter_system_allowed,
                               has_database_privilege(d.oid, 'CREATE') AS creates_schemas
                        FROM pg_database d
                        WHERE d.datname = current_database()""").query(Role.class).single();
    }

    private List<Setting> settings() {
        return jdbc.sql("""
                        SELECT s.name, s.context, s.source,
                               COALESCE(bool_or(r.setrole = 0 AND r.setdatabase <> 0), false) AS of_database,
                               string_agg(DISTINCT pg_get_userbyid(r.setrole), ', ') FILTER (WHERE r.setrole <> 0) AS roles
                        FROM pg_settings s
                        JOIN pg_database d ON d.datname = current_database()
                        LEFT JOIN pg_db_role_setting r
                               ON r.setdatabase IN (0, d.oid)
                              AND EXISTS (SELECT 1 FROM unnest(r.setconfig) AS entry
                                          WHERE lower(split_part(entry, '=', 1)) = lower(s.name))
                        WHERE s.name IN (:names)
                        GROUP BY s.name, s.context, s.source
                        ORDER BY s.name""")
                .param("names", SettableNames.ALL)
                .query(Setting.class)
                .list();
    }

    private List<Granted> granted() {
        return jdbc.sql("""
                        SELECT name,
                               has_parameter_privilege(name, 'SET') AS to_set,
                               has_parameter_privilege(name, 'ALTER SYSTEM') AS to_alter_system
                        FROM pg_settings
                        WHERE name IN (:names)""")
                .param("names", SettableNames.ALL)
                .query(Granted.class)
                .list();
    }
}
