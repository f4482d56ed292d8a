package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import org.springframework.stereotype.Repository;

/** Which extensions a target's database has, and which it could. */
@Repository
class ExtensionRepository {

    boolean isCreated(TargetDatabase target, String name) {
        return exists(target, "SELECT count(*) FROM pg_extension WHERE extname = :name", name);
    }

    /** On the server's disk, in a version for this server. */
    boolean isAvailable(TargetDatabase target, String name) {
        return exists(target, "SELECT count(*) FROM pg_available_extensions WHERE name = :name", name);
    }

    private static boolean exists(TargetDatabase target, String count, String name) {
        return target.read(jdbc ->
                        jdbc.sql(count).param("name", name).query(Long.class).single())
                > 0;
    }
}
