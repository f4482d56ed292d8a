package dev.perfloop.target.postgres;

import dev.perfloop.target.DatabaseAccess;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.postgres.KeptConnections.Entrance;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.postgresql.Driver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * No pool, which would hold sessions that the target's owner pays for: a reading may find the connection of the one before, a
 * change has its own.
 */
final class PostgresTargetDatabase implements TargetDatabase {
    static final String TAG = "/* perfloop */ ";
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private final DatabaseAccess access;
    private final Duration lockTimeout;
    private final KeptConnections kept;
    private final Entrance entrance;

    PostgresTargetDatabase(DatabaseAccess access, Duration lockTimeout, KeptConnections kept) {
        this.access = access;
        this.lockTimeout = lockTimeout;
        this.kept = kept;
        this.entrance = new Entrance(access, lockTimeout);
    }

    @Override
    public <T> T read(Function<JdbcClient, T> reading) {
        return inTransaction(kept.take(entrance), true, reading, "reading statistics");
    }

    @Override
    public <T> T readAnew(Function<JdbcClient, T> reading) {
        return inTransaction(Optional.empty(), true, reading, "reading settings");
    }

    @Override
    public <T> T rehearse(Function<JdbcClient, T> rehearsal) {
        return inTransaction(kept.take(entrance), false, rehearsal, "rehearsing a change");
    }

    private <T> T inTransaction(
            Optional<Connection> open, boolean readOnly, Function<JdbcClient, T> deed, String what) {
        try {
            var connection = open.orElse(null);
            if (connection == null) {
                connection = connect(READ_TIMEOUT);
            }
            boolean well = false;
            try {
                connection.setReadOnly(readOnly);
                connection.setAutoCommit(false);
                var source = new SingleConnectionDataSource(TaggedConnection.of(connection), true);
                T result = deed.apply(JdbcClient.create(source));
                connection.rollback();
                well = true;
                return result;
            } finally {
                if (well) {
                    kept.keep(entrance, connection);
                } else {
                    connection.close();
                }
            }
        } catch (DataAccessException failure) {
            throw PostgresFailure.of(failure, access, what, failure);
        } catch (SQLException failure) {
            throw PostgresFailure.of(failure, access, what, failure);
        }
    }

    @Override
    public void change(String statement) {
        changing(statement, ready -> true);
    }

    @Override
    public boolean changeAlone(long lock, BooleanSupplier stillWanted, String statement) {
        return changing(statement, session -> locked(session, lock) && stillWanted.getAsBoolean());
    }

    private boolean changing(String statement, Precondition precondition) {
        // No statement timeout: building an index takes as long as it takes, and blocks nobody meanwhile.
        try (Connection connection = connect(Duration.ZERO);
                var session = connection.createStatement()) {
            connection.setAutoCommit(true);
            boolean go = precondition.holds(session);
            if (go) {
                session.execute(TAG + statement);
            }
            return go;
        } catch (SQLException failure) {
            throw PostgresFailure.of(failure, access, statement, failure);
        }
    }

    /** Never waits: a session that waited inside a statement would itself hold up CREATE INDEX CONCURRENTLY for ever. */
    private static boolean locked(Statement session, long lock) throws SQLException {
        try (var answer = session.executeQuery(TAG + "SELECT pg_try_advisory_lock(" + lock + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private interface Precondition {
        boolean holds(Statement session) throws SQLException;
    }

    private Connection connect(Duration statementTimeout) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        properties.setProperty("ApplicationName", "perfloop");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "options",
                "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=60000"
                        .formatted(statementTimeout.toMillis(), lockTimeout.toMillis()));
        var connection = new Driver().connect(access.url(), properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL URL: " + access.url(), "08001");
        }
        return connection;
    }
}
