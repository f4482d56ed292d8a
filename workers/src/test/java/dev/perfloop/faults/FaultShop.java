package dev.perfloop.faults;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real shop in a JVM of its own on a PostgreSQL of its own, and a slow service that it calls. */
final class FaultShop implements AutoCloseable {
    private static final Path JAR = Path.of("../demo-shop/target/perfloop-demo-shop.jar");
    private static final Path AGENT = Path.of("../demo-shop/perfloop-agent.sql");
    private static final Duration DOWNSTREAM = Duration.ofMillis(80);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final EmbeddedPostgres postgres;
    private final HttpServer downstream;
    private final Process process;
    private final int port = freePort();
    private final int jmxPort = freePort();

    FaultShop(Path work) throws IOException, SQLException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("The demo shop is not built: mvn -DskipTests package");
        }
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("track_io_timing", "on")
                .start();
        try (var admin = postgres.getPostgresDatabase().getConnection()) {
            execute(admin, "CREATE ROLE shop LOGIN PASSWORD 'shop'");
            execute(admin, "CREATE DATABASE shop OWNER shop");
        }
        downstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        downstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        downstream.createContext("/rate", exchange -> {
            LockSupport.parkNanos(DOWNSTREAM.toNanos());
            byte[] rate = "1.08".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, rate.length);
            exchange.getResponseBody().write(rate);
            exchange.close();
        });
        downstream.start();
        process = start(work);
        awaitReady();
        try (var shop = connect()) {
            execute(
                    shop,
                    Files.readString(AGENT)
                            .replace(":password", "'agent'")
                            .replace(":owner", "shop")
                            .replaceAll("(?m)^--.*$", ""));
            for (String sql : FaultSet.GROUND) {
                execute(shop, sql);
            }
        }
    }

    private Process start(Path work) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx384m");
        command.add("-Dcom.sun.management.jmxremote.host=127.0.0.1");
        command.add("-Dcom.sun.management.jmxremote.port=" + jmxPort);
        command.add("-Dcom.sun.management.jmxremote.rmi.port=" + jmxPort);
        command.add("-Dcom.sun.management.jmxremote.authenticate=false");
        command.add("-Dcom.sun.management.jmxremote.ssl=false");
        command.add("-Djava.rmi.server.hostname=127.0.0.1");
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("shop.log").toFile());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("SPRING_DATASOURCE_URL", databaseUrl());
        builder.environment().put("SPRING_DATASOURCE_HIKARI_MAXLIFETIME", "30000");
        builder.environment().put("SHOP_FAULTS_ENABLED", "true");
        builder.environment()
                .put(
                        "SHOP_FAULTS_RATES",
                        "http://127.0.0.1:" + downstream.getAddress().getPort());
        return builder.start();
    }

    /** The shop fills its empty database first. */
    private void awaitReady() {
        var client = HttpClient.newHttpClient();
        var loading = HttpRequest.newBuilder(URI.create(url() + "/admin/data-loading"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            try {
                if (client.send(loading, BodyHandlers.ofString()).body().contains("\"done\":true")) {
                    return;
                }
            } catch (IOException notYet) {
                continue;
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        throw new IllegalStateException("The shop did not get ready");
    }

    /** As a superuser, in the shop's database. */
    Connection connect() throws SQLException {
        return postgres.getDatabase("postgres", "shop").getConnection();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So that sessions take up changed settings. */
    void reconnect() throws SQLException {
        try (var admin = connect()) {
            execute(
                    admin,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'shop' AND pid <> pg_backend_pid()");
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/shop";
    }

    long processId() {
        return process.pid();
    }

    int databasePort() {
        return postgres.getPort();
    }

    int jmxPort() {
        return jmxPort;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        downstream.stop(0);
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        postgres.close();
    }
}
