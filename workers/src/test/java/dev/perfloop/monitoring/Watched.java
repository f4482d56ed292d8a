package dev.perfloop.monitoring;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A monitored target: a real database, and a service that says what a test has it say, at a time that the test says. */
final class Watched implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:05Z");
    static final Duration EVERY = Duration.ofSeconds(15);
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(NOON);

    /** By its name it is left out when the rooms are scanned for their beans. */
    @Configuration(proxyBeanMethods = false)
    static class StandingInTests {
        @Bean
        @Primary
        InstantSource standingClock() {
            return NOW::get;
        }
    }

    final JdbcClient jdbc;
    final PGSimpleDataSource theirs = Database.empty();
    final AnnotationConfigApplicationContext rooms;
    /** A service stays connected: that is how its statements are told from ours, who use the same role here. */
    private final Connection lingering = theirs.getConnection();

    private final HttpServer service;
    private final Map<String, String> said = new ConcurrentHashMap<>();

    Watched() throws IOException, SQLException {
        this(Database.migrated());
    }

    Watched(DataSource ours) throws IOException, SQLException {
        jdbc = JdbcClient.create(ours);
        NOW.set(NOON);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String text = said.get(exchange.getRequestURI().getPath());
            byte[] bytes = (text == null ? "no" : text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(text == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
        rooms = Rooms.open(
                ours, List.of(StandingInTests.class), "run", "target", "load", "profiling", "trend", "monitoring");
        want(60);
    }

    void want(int cycleSeconds) {
        jdbc.sql("""
                        INSERT INTO target (name, definition, checksum, created_at, updated_at)
                        VALUES ('shop', :definition, 'x', now(), now())
                        ON CONFLICT (name) DO UPDATE SET definition = excluded.definition""").param("definition", definition("")).update();
        jdbc.sql("""
                        INSERT INTO monitoring (target_id, wanted, every_seconds, cycle_seconds, changed_by, changed_at, next_at)
                        VALUES ('shop', true, 15, :cycle, 'ann', :now, :now)
                        ON CONFLICT (target_id) DO NOTHING""")
                .param("cycle", cycleSeconds)
                .param("now", NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param metrics what stands in the file beside the metrics' address */
    void define(String metrics) {
        jdbc.sql("UPDATE target SET definition = :definition")
                .param("definition", definition(metrics))
                .update();
    }

    String definition(String metrics) {
        return """
                name: shop
                baseUrl: %1$s
                load: { requests: [ { name: list, get: /list }, { name: order, post: /order } ] }
                database: { url: "jdbc:postgresql://%2$s:%3$d/%4$s", user: postgres }
                metrics: { prometheus: "%1$s/metrics"%5$s }
                """.formatted(
                url(), theirs.getServerNames()[0], theirs.getPortNumbers()[0], theirs.getDatabaseName(), metrics);
    }

    String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    Target target() {
        return rooms.getBean(TargetReader.class)
                .read(jdbc.sql("SELECT definition FROM target")
                        .query(String.class)
                        .single());
    }

    /** From now on this is what is answered there; null for nothing. */
    void says(String path, @Nullable String text) {
        if (text == null) {
            said.remove(path);
        } else {
            said.put(path, text);
        }
    }

    /** A service that answered so many requests, taking so long in all. */
    void served(int requests, int failed, double seconds) {
        says("/metrics", """
                # HELP process_start_time_seconds Start time
                process_start_time_seconds 1.0E9
                process_cpu_usage 0.25
                jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 1.0E8
                http_server_requests_seconds_count{method="GET",outcome="SUCCESS",status="200",uri="/list"} %d
                http_server_requests_seconds_count{method="GET",outcome="SERVER_ERROR",status="500",uri="/list"} %d
                http_server_requests_seconds_sum{method="GET",outcome="SUCCESS",status="200",uri="/list"} %s
                http_server_requests_seconds_count{method="GET",outcome="SUCCESS",status="200",uri="/actuator/prometheus"} 99
                """.formatted(requests, failed, seconds));
    }

    void now(Instant at) {
        NOW.set(at);
    }

    /** Reads all sources as of so many seconds after noon. */
    void collect(long second) throws InterruptedException {
        now(NOON.plusSeconds(second));
        rooms.getBean(Collecting.class).collect(target(), EVERY, NOON.plusSeconds(second));
    }

    /** The value of a series at a second; not a number when there is none. */
    double value(String metric, String subject, long second) {
        return jdbc.sql("""
                        SELECT v.value
                        FROM sample s
                        CROSS JOIN LATERAL unnest(s.series, s.value) AS v (series, value)
                        JOIN series d ON d.id = v.series
                        WHERE d.metric = :metric AND coalesce(d.subject, '') = :subject AND s.at = :at""")
                .param("metric", metric)
                .param("subject", subject)
                .param("at", NOON.plusSeconds(second).atOffset(ZoneOffset.UTC))
                .query(Double.class)
                .optional()
                .orElse(Double.NaN);
    }

    /** The gaps of a source, each as {@code reason recovered}. */
    List<String> gaps(String source) {
        return jdbc.sql("""
                        SELECT reason || ' ' || coalesce(recovered, CASE WHEN until IS NULL THEN 'OPEN' ELSE 'TO FILL' END)
                        FROM gap WHERE source = :source ORDER BY since""").param("source", source).query(String.class).list();
    }

    @Override
    public void close() {
        rooms.close();
        service.stop(0);
        try {
            lingering.close();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
