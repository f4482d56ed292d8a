package dev.perfloop.change;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A target for bad changes: a table that two writers never leave alone, and a service that shows its newest rows. */
final class BusyShop implements AutoCloseable {
    static final TableName TABLE = new TableName("public", "event");
    private static final int WRITERS = 2;
    private static final int ROWS = 600_000;

    final PGSimpleDataSource source = Database.empty();
    final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicLong written = new AtomicLong();
    private final HttpServer service;
    private volatile boolean open = true;

    BusyShop() throws IOException, SQLException {
        jdbc.sql("""
                        CREATE TABLE event AS
                        SELECT n::bigint AS id, mod(n, 977) AS kind, now() - n * interval '1 s' AS at, md5(n::text) AS payload
                        FROM generate_series(1, %d) AS n""".formatted(ROWS)).update();
        jdbc.sql("ALTER TABLE event ADD PRIMARY KEY (id)").update();
        jdbc.sql("CREATE INDEX event_at ON event (at)").update();
        jdbc.sql("ANALYZE event").update();
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var pooled = source.getConnection();
        service.createContext("/newest", exchange -> {
            byte[] answer = newest(pooled).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.setExecutor(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("shop").factory()));
        service.start();
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().daemon().name("writer-" + writer).start(this::write);
        }
    }

    void register(JdbcClient ours, RunId run) {
        String definition = """
                name: %s
                baseUrl: http://127.0.0.1:%d
                load: { arrivalRate: 1/s, requests: [ { name: newest, get: /newest } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: "%s" }
                guards: { maxCpu: 100%% }
                """.formatted(
                        run,
                        service.getAddress().getPort(),
                        source.getServerNames()[0],
                        source.getPortNumbers()[0],
                        source.getDatabaseName(),
                        source.getUser(),
                        source.getPassword());
        ours.sql("INSERT INTO target VALUES (:name, :definition, 'x', now(), now())")
                .param("name", run.value())
                .param("definition", definition)
                .update();
        ours.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:run, :run, :definition, 'QUICK', 'RUNNING', 'operator', now())""").param("run", run.value()).param("definition", definition).update();
    }

    /** Asked of the server and not of the code under test: indexes with their validity, and all that is set. */
    String state() {
        return jdbc.sql("""
                        SELECT md5(string_agg(line, chr(10) ORDER BY line)) FROM (
                            SELECT pg_get_indexdef(indexrelid) || indisvalid || indisready || indislive AS line FROM pg_index
                            UNION ALL
                            SELECT name || setting FROM pg_file_settings WHERE sourcefile LIKE '%postgresql.auto.conf'
                            UNION ALL
                            SELECT setdatabase || array_to_string(setconfig, ',') FROM pg_db_role_setting) AS lines""").query(String.class).single();
    }

    long invalidIndexes() {
        return jdbc.sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
                .query(Long.class)
                .single();
    }

    long written() {
        return written.get();
    }

    private static String newest(Connection pooled) {
        var answer = new StringBuilder();
        try (var session = pooled.createStatement()) {
            for (int times = 0; times < 10; times++) {
                try (var rows = session.executeQuery("SELECT * FROM event ORDER BY at DESC LIMIT 20")) {
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

    private void write() {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement("UPDATE event SET payload = md5(?), kind = ? WHERE id = ?")) {
            while (open) {
                var random = ThreadLocalRandom.current();
                update.setString(1, String.valueOf(random.nextLong()));
                update.setInt(2, random.nextInt(977));
                update.setLong(3, random.nextLong(1, ROWS));
                update.executeUpdate();
                written.incrementAndGet();
                LockSupport.parkNanos(4_000_000);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        open = false;
        service.stop(0);
    }
}
