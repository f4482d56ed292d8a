package dev.perfloop.load;

import dev.perfloop.load.checks.StatementCount;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps what the target's statements did while a load test ran. */
@Repository
class LoadStatementRepository {
    private final JdbcTemplate batches;

    LoadStatementRepository(JdbcTemplate batches) {
        this.batches = batches;
    }

    void save(String loadTestId, List<StatementCount> statements) {
        batches.batchUpdate("""
                INSERT INTO load_statement (load_test_id, query_id, query, calls, total_ms, rows, blocks_hit, blocks_read, wal_bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", statements, 100, (row, one) -> {
            row.setString(1, loadTestId);
            row.setLong(2, one.queryId());
            row.setString(3, one.query());
            row.setLong(4, one.calls());
            row.setDouble(5, one.totalMs());
            row.setLong(6, one.rows());
            row.setLong(7, one.blocksHit());
            row.setLong(8, one.blocksRead());
            row.setLong(9, one.walBytes());
        });
    }
}
