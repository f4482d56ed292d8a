package dev.perfloop.web.statements;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.rows.RawJson;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StatementRepository {
    private final JdbcClient jdbc;

    StatementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The heaviest first. */
    List<StatementView> statements(String runId) {
        return jdbc.sql("""
                        SELECT s.query_id, s.query, s.calls, s.total_ms, s.mean_ms, s.rows, s.shared_blks_hit,
                               s.shared_blks_read, s.temp_blks, s.wal_bytes, s.db_time_share, s.details, p.how
                        FROM profile_statement s
                        LEFT JOIN profile_plan p ON p.run_id = s.run_id AND p.query_id = s.query_id
                        WHERE s.run_id = :runId
                        ORDER BY s.total_ms DESC, s.query_id
                        """)
                .param("runId", runId)
                .query((row, n) -> new StatementView(
                        row.getString("query_id"),
                        row.getString("query"),
                        row.getLong("calls"),
                        row.getDouble("total_ms"),
                        row.getDouble("mean_ms"),
                        row.getLong("rows"),
                        row.getLong("shared_blks_hit"),
                        row.getLong("shared_blks_read"),
                        row.getLong("temp_blks"),
                        row.getLong("wal_bytes"),
                        row.getDouble("db_time_share"),
                        Columns.json(row, "details"),
                        row.getString("how")))
                .list();
    }

    Optional<RawJson> plan(String runId, long queryId) {
        return jdbc.sql("SELECT plan FROM profile_plan WHERE run_id = :runId AND query_id = :queryId")
                .param("runId", runId)
                .param("queryId", queryId)
                .query((row, n) -> Columns.json(row, "plan"))
                .optional();
    }
}
