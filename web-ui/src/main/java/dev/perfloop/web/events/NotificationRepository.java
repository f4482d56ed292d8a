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
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Repository;

/** Opens the one connection that PostgreSQL calls when an event was committed. */
@Repository
class NotificationRepository {
    private static final int ALIVE_WITHIN_SECONDS = 5;

    private final DataSource database;

    NotificationRepository(DataSource database) {
        this.database = database;
    }

    /** Fails, as all of its methods do, with {@link DataAccessResourceFailureException} when the database is away. */
    Listening listen() {
        try {
            Connection connection = database.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("LISTEN run_event");
                return new Listening(connection);
            } catch (SQLException refused) {
                connection.close();
                throw refused;
            }
        } catch (SQLException away) {
            throw lost(away);
        }
    }

    private static DataAccessResourceFailureException lost(SQLException why) {
        return new DataAccessResourceFailureException("The listening connection is lost", why);
    }

    static final class Listening implements AutoCloseable {
        private final Connection connection;

        private Listening(Connection connection) {
            this.connection = connection;
        }

        /** The ids of the events committed meanwhile, in the order of their commits; empty when the wait was in vain. */
        List<Long> await(Duration atMost) {
            try {
                PGNotification[] calls =
                        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(atMost.toMillis()));
                List<Long> ids = new ArrayList<>();
                if (calls != null) {
                    for (PGNotification call : calls) {
                        ids.add(Long.valueOf(call.getParameter()));
                    }
                }
                return ids;
            } catch (SQLException broken) {
                throw lost(broken);
            }
        }

        /** A connection whose other end is gone stays silent for ever unless it is asked. */
        void proveAlive() {
            try {
                if (!connection.isValid(ALIVE_WITHIN_SECONDS)) {
                    throw new SQLException("It does not answer");
                }
            } catch (SQLException dead) {
                throw lost(dead);
            }
        }

        /** Goes back to the pool deaf. */
        @Override
        public void close() {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("UNLISTEN *");
            } catch (SQLException dead) {
                throw lost(dead);
            }
        }
    }
}
