package dev.perfloop.load;

import dev.perfloop.load.checks.Check;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps what was looked at around a load test. */
@Repository
class LoadCheckRepository {
    private final JdbcTemplate batches;

    LoadCheckRepository(JdbcTemplate batches) {
        this.batches = batches;
    }

    void save(String loadTestId, List<Check> checks) {
        batches.update("DELETE FROM load_check WHERE load_test_id = ?", loadTestId);
        int[] position = {0};
        batches.batchUpdate("""
                INSERT INTO load_check (load_test_id, position, subject, state, words)
                VALUES (?, ?, ?, ?, ?)""", checks, 100, (row, check) -> {
            row.setString(1, loadTestId);
            row.setInt(2, position[0]++);
            row.setString(3, check.subject());
            row.setString(4, check.state().name());
            row.setString(5, check.words());
        });
    }
}
