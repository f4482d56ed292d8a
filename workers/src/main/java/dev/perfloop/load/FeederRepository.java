package dev.perfloop.load;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Repository;

/** Draws the values of SQL feeders through the target's guarded door. */
@Repository
class FeederRepository {
    private static final Pattern OWN_ORDER = Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);

    private final TargetDatabase.Door door;

    FeederRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /**
     * The first column of at most so many rows. The order of the rows is the order of popularity, so it must be the same
     * before and after a change: where the query does not give one, a hash of the value does, which also spreads the
     * sample over the whole table. (An index that we add may well change the order that PostgreSQL happens to choose.)
     */
    List<String> firstColumn(Target target, String sql, int most) {
        String query = sql.strip().replaceFirst(";$", "");
        String order = OWN_ORDER.matcher(query).find() ? "" : "ORDER BY md5(value::text), value::text";
        return door.of(target)
                .read(jdbc -> jdbc.sql("""
                                SELECT value::text
                                FROM (%s) AS feeder (value)
                                WHERE value IS NOT NULL
                                %s
                                LIMIT %d""".formatted(query, order, most))
                        .query(String.class)
                        .list());
    }
}
