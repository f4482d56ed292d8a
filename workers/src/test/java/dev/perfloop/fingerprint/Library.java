package dev.perfloop.fingerprint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perfloop.support.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;

/** A service with one connection, real statements and no framework. */
final class Library implements AutoCloseable {
    interface Endpoint {
        /** @return what is answered */
        String serve(Connection connection, Map<String, String> query) throws Exception;
    }

    final PGSimpleDataSource source = Database.empty();
    final Map<String, Integer> served = new ConcurrentHashMap<>();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Connection connection;

    Library() throws IOException, SQLException {
        connection = source.getConnection();
        execute("CREATE TABLE author (id int PRIMARY KEY, name text)");
        execute("CREATE TABLE book (id int PRIMARY KEY, author int, title text)");
        execute("CREATE TABLE loan (id serial PRIMARY KEY, book int)");
        execute("INSERT INTO author SELECT i, 'a' || i FROM generate_series(1, 100) i");
        execute("INSERT INTO book SELECT i, i % 100 + 1, 't' || i FROM generate_series(1, 1000) i");
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.start();
    }

    Library at(String path, Endpoint endpoint) {
        http.createContext(path, exchange -> answer(exchange, endpoint));
        return this;
    }

    private void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        int status = 200;
        String body;
        try {
            served.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
            synchronized (connection) {
                body = endpoint.serve(connection, query(exchange));
            }
        } catch (Exception failure) {
            status = 500;
            body = String.valueOf(failure.getMessage());
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (body.startsWith("Set-Cookie: ")) {
            exchange.getResponseHeaders().add("Set-Cookie", body.substring(12));
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new ConcurrentHashMap<>();
        String given = exchange.getRequestURI().getRawQuery();
        for (String pair : given == null ? new String[0] : given.split("&")) {
            query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        query.put("cookie", String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
        return query;
    }

    /** Runs one statement and counts the rows it gives. */
    static int rows(Connection connection, String sql, int... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setInt(i + 1, values[i]);
            }
            int rows = 0;
            if (statement.execute()) {
                while (statement.getResultSet().next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String definition(String load) {
        return """
                name: library
                baseUrl: http://127.0.0.1:%d
                load:
                %s
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: "%s" }
                guards: { maxRate: 200/s }
                """.formatted(
                        http.getAddress().getPort(),
                        load.indent(2),
                        source.getServerNames()[0],
                        source.getPortNumbers()[0],
                        source.getDatabaseName(),
                        source.getUser(),
                        source.getPassword());
    }

    @Override
    public void close() throws SQLException {
        http.stop(0);
        threads.close();
        connection.close();
    }
}
