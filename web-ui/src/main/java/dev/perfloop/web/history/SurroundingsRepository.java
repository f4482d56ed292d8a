package dev.perfloop.web.history;

import dev.perfloop.web.rows.Columns;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SurroundingsRepository {
    private final JdbcClient jdbc;

    SurroundingsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SurroundingsView> of(String runId) {
        return jdbc.sql("""
                        SELECT encode(sha256(convert_to(r.target_definition, 'UTF8')), 'hex') AS definition,
                               s.cpus, s.postgres
                        FROM run r
                        LEFT JOIN run_surroundings s ON s.run_id = r.id
                        WHERE r.id = :id
                        """)
                .param("id", runId)
                .query((row, n) -> new SurroundingsView(
                        row.getString("definition"), Columns.intOrNull(row, "cpus"), row.getString("postgres")))
                .optional();
    }
}
