package dev.perfloop.validation;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Which indexes the target really uses. */
@Repository
class IndexUseRepository {
    private final TargetDatabase.Door door;

    IndexUseRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** How often each index was scanned since it was created, by {@code schema.name}. */
    Map<String, Long> scans(Target target) {
        return door.of(target).read(database -> {
            Map<String, Long> scans = new HashMap<>();
            database.sql("SELECT schemaname || '.' || indexrelname AS index, idx_scan FROM pg_stat_user_indexes")
                    .query(row -> {
                        scans.put(row.getString("index"), row.getLong("idx_scan"));
                    });
            return scans;
        });
    }
}
