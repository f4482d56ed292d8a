package dev.perfloop.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sessions that stand in the way while a case lasts. */
final class Disturbance implements AutoCloseable {
    /** Last of a session that runs once and then stays open as it is. */
    static final String STAY = "stay";

    /** With milliseconds behind it: the session does nothing for so long. */
    static final String PAUSE = "pause ";

    private final List<Thread> threads = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private volatile boolean over;

    Disturbance(Fault fault, FaultShop shop) throws SQLException {
        for (var session : fault.sessions()) {
            var connection = shop.connect();
            connection.setClientInfo("ApplicationName", "nightly-job");
            connections.add(connection);
            if (session.getLast().equals(STAY)) {
                for (String sql : session.subList(0, session.size() - 1)) {
                    FaultShop.execute(connection, sql);
                }
            } else {
                threads.add(Thread.ofPlatform().daemon().start(() -> repeat(connection, session)));
            }
        }
    }

    private void repeat(Connection connection, List<String> session) {
        try {
            while (!over) {
                for (String sql : session) {
                    if (sql.startsWith(PAUSE)) {
                        LockSupport.parkNanos(
                                TimeUnit.MILLISECONDS.toNanos(Long.parseLong(sql.substring(PAUSE.length()))));
                    } else {
                        FaultShop.execute(connection, sql);
                    }
                }
            }
        } catch (SQLException ended) {
            if (!over) {
                System.err.println("A disturbing session ended: " + ended.getMessage());
            }
        }
    }

    @Override
    public void close() throws SQLException {
        over = true;
        for (var connection : connections) {
            connection.close();
        }
    }
}
