package dev.perfloop.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement over a connection of its own, prepared once, its rows fetched to the last. */
final class SqlSubject implements Subject {
    private final Connection connection;
    private final PreparedStatement statement;

    SqlSubject(String jdbcUrl, String sql) throws SubjectFailed {
        try {
            this.connection = DriverManager.getConnection(jdbcUrl);
            this.statement = connection.prepareStatement(sql);
        } catch (SQLException refused) {
            throw new SubjectFailed("The database refuses: " + refused.getMessage());
        }
    }

    @Override
    public void call() throws SubjectFailed {
        try {
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        } catch (SQLException failed) {
            throw new SubjectFailed("The statement fails: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // it was to be closed
        }
    }
}
