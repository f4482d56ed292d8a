package dev.perfloop.profiling.whatif;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a transaction outlive what fails in it, and forget what was only tried. */
final class SavepointRepository {
    private static final String NAME = "perfloop_try";

    private final JdbcClient jdbc;

    SavepointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Kept when it succeeds. */
    <T> T within(Supplier<T> deed) {
        jdbc.sql("SAVEPOINT " + NAME).update();
        boolean well = false;
        try {
            T result = deed.get();
            well = true;
            return result;
        } finally {
            if (!well) {
                jdbc.sql("ROLLBACK TO SAVEPOINT " + NAME).update();
            }
            jdbc.sql("RELEASE SAVEPOINT " + NAME).update();
        }
    }

    /** Taken back however it ends. */
    <T> T tried(Supplier<T> deed) {
        jdbc.sql("SAVEPOINT " + NAME).update();
        try {
            return deed.get();
        } finally {
            jdbc.sql("ROLLBACK TO SAVEPOINT " + NAME).update();
            jdbc.sql("RELEASE SAVEPOINT " + NAME).update();
        }
    }
}
