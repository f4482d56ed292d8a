package dev.perfloop.web.statements;

import dev.perfloop.web.statements.StatementChangeView.CountsView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StatementChangeRepository {
    private final JdbcClient jdbc;

    StatementChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the last valid test of each phase, what takes most time first; none where nobody counted. */
    List<StatementChangeView> changes(String runId, String profile) {
        return jdbc.sql("""
                        WITH stands AS (
                            SELECT DISTINCT ON (phase) phase, id
                            FROM load_test
                            WHERE run_id = :runId AND profile = :profile AND status = 'VALID' AND phase IN ('BEFORE', 'AFTER')
                            ORDER BY phase, round DESC, attempt DESC
                        ), before AS (
                            SELECT c.* FROM load_statement c JOIN stands s ON s.id = c.load_test_id AND s.phase = 'BEFORE'
                        ), after AS (
                            SELECT c.* FROM load_statement c JOIN stands s ON s.id = c.load_test_id AND s.phase = 'AFTER'
                        )
                        SELECT query_id, coalesce(b.query, a.query) AS query,
                               b.calls AS before_calls, b.total_ms AS before_total_ms, b.rows AS before_rows,
                               b.blocks_hit AS before_hit, b.blocks_read AS before_read, b.wal_bytes AS before_wal,
                               a.calls AS after_calls, a.total_ms AS after_total_ms, a.rows AS after_rows,
                               a.blocks_hit AS after_hit, a.blocks_read AS after_read, a.wal_bytes AS after_wal
                        FROM before b
                        FULL JOIN after a USING (query_id)
                        ORDER BY greatest(b.total_ms, a.total_ms) DESC, query_id
                        """)
                .param("runId", runId)
                .param("profile", profile)
                .query((row, n) -> new StatementChangeView(
                        row.getString("query_id"), row.getString("query"), counts(row, "before"), counts(row, "after")))
                .list();
    }

    private static @Nullable CountsView counts(ResultSet row, String side) throws SQLException {
        return row.getObject(side + "_calls") == null
                ? null
                : new CountsView(
                        row.getLong(side + "_calls"),
                        row.getDouble(side + "_total_ms"),
                        row.getLong(side + "_rows"),
                        row.getLong(side + "_hit"),
                        row.getLong(side + "_read"),
                        row.getLong(side + "_wal"));
    }
}
