package dev.perfloop.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perfloop.local.postgres.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small service on PostgreSQL that lists the tickets of a customer, without the index for it, and opens new ones. */
public final class TicketService implements AutoCloseable {
    static {
        // Else each answer waits 40 ms for an acknowledgement that is held back.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int ROWS = 400_000;
    private static final int CUSTOMERS = 20_000;
    private static final String CUSTOMER = "customer=";

    private final HttpServer server;
    private final HikariDataSource database;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TicketService(HttpServer server, HikariDataSource database) {
        this.server = server;
        this.database = database;
    }

    /** @param port 0 for any free one */
    static TicketService start(int port) throws IOException {
        return start(port, LoopStack.url(Databases.SHOP), LoopStack.password(Databases.SHOP));
    }

    /** @param port 0 for any free one */
    public static TicketService start(int port, String url, String password) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(Databases.SHOP);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        TicketService service = new TicketService(server, new HikariDataSource(config));
        server.setExecutor(service.threads);
        server.createContext("/", exchange -> service.answer(exchange));
        server.start();
        return service;
    }

    static void fill() throws SQLException, IOException {
        try (Connection connection = connect()) {
            fill(connection, ROWS);
        }
    }

    public static void fill(Connection connection, int rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE ticket (
                        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        customer_id int NOT NULL,
                        subject text NOT NULL)""");
            statement.execute("""
                    INSERT INTO ticket (customer_id, subject)
                    SELECT n * 7 %% %d, 'ticket about ' || md5(n::text) FROM generate_series(1, %d) AS n""".formatted(CUSTOMERS, rows));
            statement.execute("VACUUM ANALYZE ticket");
        }
    }

    /** As the service's own user. */
    static Connection connect() throws SQLException, IOException {
        return LoopStack.connect(Databases.SHOP, Databases.SHOP);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    static String describe(String target, int port) {
        return describe(
                target,
                port,
                LoopStack.url(Databases.SHOP),
                StackData.DATA.resolve("secrets").resolve(Databases.AGENT));
    }

    /** @param password the file that holds the one of our role on the target */
    public static String describe(String target, int port, String url, Path password) {
        return """
                name: %s
                baseUrl: http://127.0.0.1:%d
                load:
                  arrivalRate: 25/s
                  requests:
                    - { name: tickets, weight: 60, get: "/tickets?customer={customer}" }
                    - { name: open-ticket, weight: 40, post: "/tickets?customer={customer}", expect: 201 }
                  feeders:
                    customer: { range: 0..%d }
                objectives:
                  p95: 12ms
                database:
                  url: %s
                  user: %s
                  password: ${file:%s}
                guards:
                  maxCpu: 100%%
                  allow: [CREATE_INDEX]
                """.formatted(target, port, CUSTOMERS - 1, url, Databases.AGENT, password);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                Connection connection = database.getConnection()) {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            int customer = query.startsWith(CUSTOMER) ? Integer.parseInt(query.substring(CUSTOMER.length())) : 0;
            if (exchange.getRequestMethod().equals("POST")) {
                open(connection, customer);
                exchange.sendResponseHeaders(201, -1);
            } else {
                byte[] count = String.valueOf(list(connection, customer)).getBytes();
                exchange.sendResponseHeaders(200, count.length);
                exchange.getResponseBody().write(count);
            }
        } catch (SQLException e) {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private static void open(Connection connection, int customer) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ticket (customer_id, subject) VALUES (?, 'new')")) {
            insert.setInt(1, customer);
            insert.executeUpdate();
        }
    }

    private static int list(Connection connection, int customer) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, subject FROM ticket WHERE customer_id = ?")) {
            select.setInt(1, customer);
            int count = 0;
            try (ResultSet tickets = select.executeQuery()) {
                while (tickets.next()) {
                    count++;
                }
            }
            return count;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        database.close();
    }
}
