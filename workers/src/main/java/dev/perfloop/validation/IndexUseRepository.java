package dev.perfloop.validation;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Which indexes the target really uses. */
@Repository
class IndexUseRepository {
    private final TargetDatabase.Door door;

    IndexUseRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** Names of the indexes scanned at least once since they were created. */
    Set<String> usedIndexes(Target target) {
        return door.of(target)
                .read(
                        database -> database
                                .sql("SELECT indexrelname FROM pg_stat_user_indexes WHERE idx_scan > 0")
                                .query(String.class)
                                .stream()
                                .collect(Collectors.toSet()));
    }
}
