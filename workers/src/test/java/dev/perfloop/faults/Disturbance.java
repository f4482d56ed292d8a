package dev.perfloop.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sessions that stand in the way while a case lasts. */
final class Disturbance implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private volatile boolean over;

    Disturbance(Fault fault, FaultShop shop) throws SQLException {
        for (var session : fault.sessions()) {
            var connection = shop.connect();
            connection.setClientInfo("ApplicationName", "nightly-job");
            connections.add(connection);
            threads.add(Thread.ofPlatform().daemon().start(() -> run(connection, session)));
        }
    }

    private void run(Connection connection, List<String> session) {
        boolean stays = session.getLast().startsWith("--");
        try {
            do {
                for (String sql : session) {
                    if (!sql.startsWith("--")) {
                        FaultShop.execute(connection, sql);
                    }
                }
            } while (!over && !stays);
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
