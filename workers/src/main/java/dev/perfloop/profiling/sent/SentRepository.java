package dev.perfloop.profiling.sent;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the last statement of each session of the target's database, ours left out. */
final class SentRepository {
    private final JdbcClient jdbc;

    SentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of idle sessions too: theirs is the statement that they ran last. */
    List<Sighting> sightings() {
        return jdbc.sql("""
                        SELECT pid || '@' || extract(epoch FROM query_start) AS execution, query_id, query
                        FROM pg_stat_activity
                        WHERE datname = current_database()
                          AND backend_type = 'client backend'
                          AND application_name <> 'perfloop'
                          AND query_id IS NOT NULL
                          AND query_start IS NOT NULL
                          AND length(query) <= 4000""")
                .query((row, n) ->
                        new Sighting(row.getString("execution"), row.getLong("query_id"), row.getString("query")))
                .list();
    }
}
