package dev.perfloop.change;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A service of bad changes: it shows the newest rows, and a basket for which it keeps a connection for 20 ms. Twelve visitors ask for
 * baskets without end, 50 ms after each answer, which keeps three to four connections of its pool busy. Its admin endpoint tells and
 * sets the size of the pool.
 */
final class BusyService implements AutoCloseable {
    static final int CONNECTIONS = 8;
    static final String POOL = "pool";
    private static final int VISITORS = 12;
    private static final String BASKET = "SELECT payload, pg_sleep(0.02) FROM event WHERE id = 1";
    private static final String NEWEST = "SELECT payload FROM event ORDER BY at DESC LIMIT 20";
    /** What makes a sort of the table show in one answer. */
    private static final int LISTS = 10;

    private final HikariDataSource pool = new HikariDataSource();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean open = true;

    BusyService(DataSource database) throws IOException {
        pool.setDataSource(database);
        pool.setMaximumPoolSize(CONNECTIONS);
        server.createContext("/newest", exchange -> say(exchange, asked(NEWEST, LISTS)));
        server.createContext("/basket", exchange -> say(exchange, asked(BASKET, 1)));
        server.createContext("/admin/pool", this::resize);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            Thread.ofVirtual().start(this::visit);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Asked of the pool and not of the code under test. */
    int connections() {
        return pool.getHikariConfigMXBean().getMaximumPoolSize();
    }

    private void visit() {
        var basket = HttpRequest.newBuilder(URI.create(address() + "/basket")).build();
        try {
            while (open) {
                http.send(basket, HttpResponse.BodyHandlers.discarding());
                LockSupport.parkNanos(50_000_000);
            }
        } catch (IOException closed) {
            if (open) {
                throw new UncheckedIOException(closed);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private String asked(String question, int times) {
        var answer = new StringBuilder();
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(question)) {
            for (int time = 0; time < times; time++) {
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        answer.append(rows.getString("payload")).append('\n');
                    }
                }
            }
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
        return answer.toString();
    }

    private void resize(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int size = Integer.parseInt(body.replaceAll("\\D", ""));
            pool.getHikariConfigMXBean().setMinimumIdle(Math.min(size, CONNECTIONS));
            pool.getHikariConfigMXBean().setMaximumPoolSize(size);
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        say(exchange, "{\"value\": %d}".formatted(connections()));
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        try (exchange) {
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        open = false;
        server.stop(0);
        pool.close();
    }
}
