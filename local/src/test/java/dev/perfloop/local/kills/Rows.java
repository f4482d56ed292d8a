package dev.perfloop.local.kills;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks servers that may be away just now. */
final class Rows {
    private static final int ATTEMPTS = 600;

    private Rows() {}

    interface Door {
        Connection open() throws SQLException;
    }

    static boolean answer(Door door) {
        try (Connection connection = door.open()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    /** The columns of each row as text, null as an empty one. */
    static List<List<String>> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> read = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String value = rows.getString(column);
                    row.add(value == null ? "" : value);
                }
                read.add(row);
            }
            return read;
        }
    }

    /** The same, asked again while the server is away, for about a minute. */
    static List<List<String>> patiently(Door door, String sql) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = door.open()) {
                return read(connection, sql);
            } catch (SQLException failure) {
                givenUp(attempt, failure);
            }
        }
    }

    static void execute(Door door, String... statements) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = door.open();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return;
            } catch (SQLException failure) {
                givenUp(attempt, failure);
            }
        }
    }

    private static void givenUp(int attempt, SQLException failure) {
        if (attempt == ATTEMPTS) {
            throw new IllegalStateException("The server stays away", failure);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
}
