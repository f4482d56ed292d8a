package dev.perfloop.load;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** Draws the values of SQL feeders through the target's guarded door. */
@Repository
class FeederRepository {
    private final TargetDatabase.Door door;

    FeederRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** The first column, in the query's order. */
    List<String> firstColumn(Target target, String sql, int most) {
        String query = sql.strip().replaceFirst(";$", "");
        return door.of(target)
                .read(jdbc -> jdbc
                        .sql("SELECT * FROM (" + query + ") AS feeder LIMIT " + most)
                        .query((row, n) -> row.getString(1))
                        .list()
                        .stream()
                        .filter(Objects::nonNull)
                        .toList());
    }
}
