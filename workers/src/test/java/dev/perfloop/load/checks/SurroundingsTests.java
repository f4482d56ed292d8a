package dev.perfloop.load.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.load.LoadHouse;
import dev.perfloop.load.Some;
import dev.perfloop.profiling.ServerOfMajor;
import dev.perfloop.support.Database;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL and a real endpoint are looked at. */
class SurroundingsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final PGSimpleDataSource database = Database.empty();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ConfigurableApplicationContext house = LoadHouse.open(database);
    private final ServerStateRepository server = new ServerStateRepository(house.getBean(TargetDatabase.Door.class));
    private @Nullable HttpServer metrics;

    @AfterEach
    void close() {
        house.close();
        if (metrics != null) {
            metrics.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void checkpointOnRequestIsCountedInEachVersion(int major) throws IOException {
        assumeTrue(ServerOfMajor.isThere(major), "no binaries of this version");
        try (var postgres = ServerOfMajor.start(major)) {
            Target target = target(postgres.database());
            JdbcClient client = JdbcClient.create(postgres.database());
            DatabaseReading before = server.read(target);
            client.sql("CHECKPOINT").update();
            DatabaseReading after = server.read(target);
            for (int i = 0; i < 200 && after.requestedCheckpoints() == before.requestedCheckpoints(); i++) {
                // The server counts a moment after it has answered.
                client.sql("SELECT pg_sleep(0.05)::text").query(String.class).single();
                after = server.read(target);
            }

            assertThat(after.requestedCheckpoints()).isGreaterThan(before.requestedCheckpoints());
            assertThat(after.started()).isEqualTo(before.started());
            assertThat(after.seesAll()).isTrue();
            assertThat(after.connections()).isBetween(1, after.maxConnections());
            assertThat(after.maxVacuumWorkers()).isPositive();
        }
    }

    @Test
    void workOfTheServerIsTheDifferenceOfItsCounters() {
        jdbc.sql("CREATE TABLE written (id int)").update();
        DatabaseReading before = server.read(target(database));
        jdbc.sql("INSERT INTO written SELECT generate_series(1, 1000)").update();
        DatabaseReading after = server.read(target(database));

        assertThat(after.work().walBytes() - before.work().walBytes()).isGreaterThan(10_000);
        assertThat(after.work().blocksHit())
                .isGreaterThanOrEqualTo(before.work().blocksHit());
    }

    @Test
    void statementsAreCountedFromTheBeginning() throws SQLException {
        jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_stat_statements").update();
        jdbc.sql("CREATE TABLE counted (id int)").update();
        ask(3);
        var counts = new StatementCounts(new StatementWorkRepository(house.getBean(TargetDatabase.Door.class)));
        // The service uses the same role as we: its statements count while it is there.
        try (Connection service = database.getConnection()) {
            var start = counts.start(target(database)).orElseThrow();
            ask(5);

            assertThat(counts.since(start, target(database)))
                    .filteredOn(statement -> statement.query().contains("FROM counted"))
                    .singleElement()
                    .satisfies(statement -> assertThat(statement.calls()).isEqualTo(5))
                    .satisfies(statement -> assertThat(statement.rows()).isEqualTo(5));
            assertThat(service.isClosed()).isFalse();
        }
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            jdbc.sql("SELECT count(*) FROM counted").query(Long.class).single();
        }
    }

    @Test
    void roleWithoutTheRightIsToldApart() {
        jdbc.sql("DROP ROLE IF EXISTS looker").update();
        jdbc.sql("CREATE ROLE looker LOGIN").update();

        assertThat(server.read(target(Database.sameAs(database, "looker"))).seesAll())
                .isFalse();
    }

    @Test
    void metricsOfAServiceAreRead() throws IOException {
        URI endpoint = serve("""
                # TYPE process_start_time_seconds gauge
                process_start_time_seconds 1.7637264E9
                jvm_memory_used_bytes{area="heap",id="Eden"} 100
                jvm_memory_used_bytes{area="heap",id="Old"} 50
                jvm_memory_used_bytes{area="nonheap",id="Code"} 7
                process_cpu_usage NaN
                """);

        ServiceReading seen = new ServiceState().read(endpoint).seen().orElseThrow();

        assertThat(seen.started()).isEqualTo(Instant.ofEpochSecond(1_763_726_400));
        assertThat(seen.memoryBytes()).isEqualTo(150);
        assertThat(seen.processCpu()).isNull();
    }

    @Test
    void missingMetricsAndADatabaseThatIsAwayAreSaidAndEndNothing() throws InterruptedException {
        var away = new ServerStateRepository(target -> {
            throw new TargetUnavailable("It is away.", "Start it.", null);
        });
        var counts = new StatementCounts(new StatementWorkRepository(target -> {
            throw new TargetUnavailable("It is away.", "Start it.", null);
        }));
        try (var watch = new Surroundings(away, new ServiceState(), new Processors(), counts, InstantSource.fixed(NOW))
                .watch(target(database))) {
            Reading last = watch.readings().getLast();

            assertThat(watch.statements()).isEmpty();

            assertThat(last.database())
                    .isEqualTo(new Look.Blind<>("The database could not be asked: It is away. Start it."));
            assertThat(last.service())
                    .isInstanceOfSatisfying(
                            Look.Blind.class, blind -> assertThat(blind.why()).contains("metrics.prometheus"));
            assertThat(last.processors().seen())
                    .hasValueSatisfying(seen -> assertThat(seen.all()).isGreaterThan(seen.stolen()));
        }
    }

    private static Target target(PGSimpleDataSource database) {
        return Some.targetOn(database.getUrl(), String.valueOf(database.getUser()));
    }

    private URI serve(String text) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/actuator/prometheus", exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        metrics = server;
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/actuator/prometheus");
    }
}
