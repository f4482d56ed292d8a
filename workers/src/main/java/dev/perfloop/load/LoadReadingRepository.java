package dev.perfloop.load;

import dev.perfloop.load.checks.Measured;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps what was read of a target while a load test ran. */
@Repository
class LoadReadingRepository {
    private final JdbcTemplate batches;

    LoadReadingRepository(JdbcTemplate batches) {
        this.batches = batches;
    }

    void save(String loadTestId, List<Measured> measured) {
        batches.batchUpdate("""
                INSERT INTO load_reading (load_test_id, metric, at, value)
                VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING""", measured, 500, (row, one) -> {
            row.setString(1, loadTestId);
            row.setString(2, one.metric());
            row.setObject(3, one.at().atOffset(ZoneOffset.UTC));
            row.setDouble(4, one.value());
        });
    }
}
