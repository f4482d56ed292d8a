package dev.perfloop.web.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.stereotype.Repository;

/** Opens the one connection that PostgreSQL calls when an event was committed. */
@Repository
class NotificationRepository {
    private static final int ALIVE_WITHIN_SECONDS = 5;

    private final DataSource database;

    NotificationRepository(DataSource database) {
        this.database = database;
    }

    Listening listen() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN run_event");
            return new Listening(connection);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    static final class Listening implements AutoCloseable {
        private final Connection connection;

        private Listening(Connection connection) {
            this.connection = connection;
        }

        /** The ids of the events committed meanwhile, in the order of their commits; empty when the wait was in vain. */
        List<Long> await(Duration atMost) throws SQLException {
            PGNotification[] calls =
                    connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(atMost.toMillis()));
            List<Long> ids = new ArrayList<>();
            if (calls != null) {
                for (PGNotification call : calls) {
                    ids.add(Long.valueOf(call.getParameter()));
                }
            }
            return ids;
        }

        /** A connection whose other end is gone stays silent for ever unless it is asked. */
        void proveAlive() throws SQLException {
            if (!connection.isValid(ALIVE_WITHIN_SECONDS)) {
                throw new SQLException("The listening connection is dead");
            }
        }

        /** Goes back to the pool deaf. */
        @Override
        public void close() throws SQLException {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("UNLISTEN *");
            }
        }
    }
}
