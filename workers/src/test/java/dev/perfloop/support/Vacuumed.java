package dev.perfloop.support;

import java.sql.Connection;
import java.sql.SQLException;

/** Tables as a calm database has them: analysed, and all of their pages visible to everybody. */
public final class Vacuumed {
    private static final int MOST_TRIES = 100;

    private Vacuumed() {}

    /** Again while somebody, such as the server's own autovacuum, may still see what was there before. */
    public static void all(Connection connection) throws SQLException {
        try (var session = connection.createStatement()) {
            int tries = 0;
            do {
                session.execute("VACUUM ANALYZE");
            } while (!allVisible(connection) && ++tries < MOST_TRIES && session.execute("SELECT pg_sleep(0.1)"));
        }
    }

    private static boolean allVisible(Connection connection) throws SQLException {
        try (var session = connection.createStatement();
                var row = session.executeQuery("""
                        SELECT coalesce(bool_and(relallvisible >= relpages), true) FROM pg_class
                        WHERE relkind IN ('r', 'm') AND relpages > 8 AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                        """)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
