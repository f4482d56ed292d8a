package dev.perfloop.profiling.postgres;

import dev.perfloop.profiling.ObservabilityOffers.Extension;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which extensions of those that show more are on a server's disk, but not in the target's database. */
public final class CreatableRepository {
    private static final Map<String, String> SHOWS = Map.of(
            "pg_stat_statements", "which statement takes the time",
            "hypopg", "whether PostgreSQL would use a proposed index, before it is built",
            "pg_trgm", "nothing, but lets a trigram index serve searches for a part of a text");

    private final JdbcClient jdbc;

    public CreatableRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Extension> extensions() {
        return jdbc.sql("""
                        SELECT a.name, current_user AS role,
                               r.rolsuper
                                   OR NOT v.superuser AND has_database_privilege(current_database(), 'CREATE')
                                   OR v.trusted AND has_database_privilege(current_database(), 'CREATE') AS may
                        FROM pg_available_extensions a
                        JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
                        JOIN pg_roles r ON r.rolname = current_user
                        WHERE a.name IN (:names) AND a.installed_version IS NULL
                        ORDER BY a.name""")
                .param("names", SHOWS.keySet())
                .query((row, n) -> new Extension(
                        row.getString("name"),
                        SHOWS.getOrDefault(row.getString("name"), ""),
                        row.getBoolean("may")
                                ? null
                                : "role " + row.getString("role") + " may not create it: a superuser has to"))
                .list();
    }
}
