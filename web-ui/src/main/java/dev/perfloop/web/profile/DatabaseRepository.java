package dev.perfloop.web.profile;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.rows.RawJson;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DatabaseRepository {
    private final JdbcClient jdbc;

    DatabaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DatabaseView> database(String runId) {
        return jdbc.sql("SELECT server_version, from_at, to_at, settings, waits FROM profile WHERE run_id = :runId")
                .param("runId", runId)
                .query((row, n) -> new DatabaseView(
                        row.getString("server_version"),
                        Columns.instant(row, "from_at"),
                        Columns.instant(row, "to_at"),
                        Columns.json(row, "settings"),
                        Columns.json(row, "waits")))
                .optional();
    }

    /** Columns and their statistics are most of what is kept of thousands of tables, and nobody reads them in a list. */
    RawJson tables(String runId) {
        return jdbc.sql("""
                        SELECT coalesce(jsonb_agg(facts - 'columns'), '[]') AS tables
                        FROM profile, jsonb_array_elements(tables) AS facts
                        WHERE run_id = :runId
                        """)
                .param("runId", runId)
                .query((row, n) -> Columns.json(row, "tables"))
                .single();
    }

    RawJson indexes(String runId) {
        return jdbc.sql("SELECT coalesce((SELECT indexes FROM profile WHERE run_id = :runId), '[]') AS indexes")
                .param("runId", runId)
                .query((row, n) -> Columns.json(row, "indexes"))
                .single();
    }
}
