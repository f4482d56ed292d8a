package dev.perfloop.profiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.camunda.Step;
import dev.perfloop.profiling.BaselineCollection.Taken;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Profiles a real database under a load that a paced test drives, through the guarded door. */
class BaselineCollectionTests {
    private static final RunId RUN = new RunId("run-1");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final PGSimpleDataSource shop = Database.empty();
    private final Step step = mock();
    private final PacedLoad load = new PacedLoad();
    private HttpServer service;
    private Connection connection;
    private AnnotationConfigApplicationContext rooms;

    /** Each tick is a second of the load, which ends after the third. */
    class PacedLoad extends SecondTicker {
        int ticks;
        int round = 1;
        Runnable each = () -> {};

        @Override
        void next() {
            ticks++;
            each.run();
            if (ticks == 3) {
                finishLoad();
            }
        }
    }

    @BeforeEach
    void startTarget() throws IOException, SQLException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/metrics", exchange -> {
            byte[] text =
                    "process_cpu_usage 0.5\nhikaricp_connections_max{pool=\"p\"} 10\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        service.start();
        connection = shop.getConnection();
        execute("CREATE TABLE loan (id int PRIMARY KEY, member int)");
        execute("INSERT INTO loan SELECT i, i % 100 FROM generate_series(1, 5000) i");
        execute("ANALYZE loan");
        String base = "http://127.0.0.1:" + service.getAddress().getPort();
        register("""
                name: library
                baseUrl: %s
                load: { requests: [ { name: loans, get: /loans } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: "%s" }
                metrics: { prometheus: "%s/metrics" }
                """.formatted(
                        base,
                        shop.getServerNames()[0],
                        shop.getPortNumbers()[0],
                        shop.getDatabaseName(),
                        shop.getUser(),
                        shop.getPassword(),
                        base));
        rooms = Rooms.open(ours, List.of(), "run", "target", "profiling");
    }

    @AfterEach
    void stopTarget() throws SQLException {
        rooms.close();
        service.stop(0);
        connection.close();
    }

    @Test
    void theWindowHoldsWhatTheServiceDidAndNotWhatWeDid() throws Exception {
        startLoad();
        load.each = () -> execute("SELECT count(*) FROM loan WHERE member = " + load.ticks);

        assertThat(collection().collect(RUN, 1, step)).isEqualTo(Taken.TAKEN);

        var profile = profiles().of(RUN);
        assertThat(profile.statements()).anySatisfy(statement -> {
            assertThat(statement.query()).isEqualTo("SELECT count(*) FROM loan WHERE member = $1");
            assertThat(statement.calls()).isEqualTo(3);
        });
        assertThat(profile.statements())
                .noneSatisfy(statement -> assertThat(statement.query()).contains("pg_stat"));
        assertThat(profile.tables()).singleElement().satisfies(table -> {
            assertThat(table.rows()).isEqualTo(5000);
            assertThat(table.sequentialScans()).isBetween(0L, 3L);
            assertThat(table.column("member").orElseThrow().distinctValues(5000))
                    .isEqualTo(100);
        });
        assertThat(profile.indexes()).extracting(IndexFacts::name).containsExactly("loan_pkey");
        assertThat(profiles().samplesOf(RUN))
                .extracting(Sample::metric)
                .contains(Metrics.ACTIVE_SESSIONS, Metrics.PROCESS_CPU_SHARE, Metrics.POOL_MAX_CONNECTIONS);
    }

    @Test
    void collectingAgainChangesNothing() throws Exception {
        startLoad();
        collection().collect(RUN, 1, step);
        var first = profiles().of(RUN);

        assertThat(collection().collect(RUN, 1, step)).isEqualTo(Taken.TAKEN);

        assertThat(profiles().of(RUN)).isEqualTo(first);
    }

    @Test
    void aCollectorThatDiedIsTakenOverWithTheWindowItOpened() throws Exception {
        startLoad();
        load.each = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> collection().collect(RUN, 1, step)).hasMessage("killed");
        execute("SELECT max(member) FROM loan");
        finishLoad();

        assertThat(collection().collect(RUN, 1, step)).isEqualTo(Taken.TAKEN);

        assertThat(profiles().of(RUN).statements())
                .extracting(StatementFacts::query)
                .contains("SELECT max(member) FROM loan");
    }

    @Test
    void aLoadThatIsOverBeforeTheWindowOpensIsNotPretendedToBeProfiled() throws Exception {
        finishLoad();

        assertThat(collection().collect(RUN, 1, step)).isEqualTo(Taken.LOST);
        assertThat(rooms.getBean(ProfileRepository.class).exists(RUN)).isFalse();

        load.round = 3;
        finishLoad();
        assertThatThrownBy(() -> collection().collect(RUN, 3, step)).isInstanceOf(TargetRefused.class);
    }

    @Test
    void resetStatisticsAreSaidToBeMissing() throws Exception {
        startLoad();
        long began = System.nanoTime();
        load.each = () -> execute(
                load.ticks == 1
                        ? "SELECT pg_stat_statements_reset()"
                        : "SELECT pg_sleep(%s)".formatted((System.nanoTime() - began) / 1e9));

        collection().collect(RUN, 1, step);

        assertThat(jdbc.sql("SELECT why FROM run_blind_spot")
                        .query(String.class)
                        .list())
                .anySatisfy(why -> assertThat(why).contains("statistics were reset"));
    }

    @Test
    void aWindowThatLostMostOfTheLoadIsNoProfileAndTheNextLoadIsProfiledAlone() throws Exception {
        startLoad();
        load.each = () -> execute(load.ticks == 3 ? "SELECT pg_stat_statements_reset()" : "SELECT pg_sleep(1)");
        assertThat(collection().collect(RUN, 1, step)).isEqualTo(Taken.LOST);

        load.ticks = 0;
        load.round = 2;
        startLoad();
        load.each = () -> execute("SELECT count(*) FROM loan");

        assertThat(collection().collect(RUN, 2, step)).isEqualTo(Taken.TAKEN);
        assertThat(profiles().of(RUN).statements())
                .extracting(StatementFacts::query)
                .contains("SELECT count(*) FROM loan")
                .doesNotContain("SELECT pg_sleep($1)");
    }

    @Test
    void plansOfHeavyStatementsAreKept() throws Exception {
        startLoad();
        load.each = () -> execute("SELECT count(*) FROM loan WHERE member = " + load.ticks);
        collection().collect(RUN, 1, step);

        rooms.getBean(PlanCapture.class).capture(RUN, step);

        assertThat(profiles().plansOf(RUN)).anySatisfy(plan -> {
            assertThat(plan.how()).isEqualTo("GENERIC_PLAN");
            assertThat(plan.json()).contains("Seq Scan", "(loan.member = $1)");
        });
    }

    @Test
    void whatTheTargetDoesNotShowIsSaidWithItsMend() {
        rooms.getBean(Observability.class).check(RUN);

        assertThat(jdbc.sql("SELECT what || ' | ' || mend FROM run_blind_spot")
                        .query(String.class)
                        .list())
                .contains(
                        "time spent reading and writing blocks | ALTER SYSTEM SET track_io_timing = on; SELECT pg_reload_conf();")
                .noneSatisfy(spot -> assertThat(spot).contains("CPU, memory and connection pool"));
    }

    @Test
    void aMissingExtensionNarrowsTheProfileAndIsSaidWithItsMend() throws Exception {
        execute("DROP EXTENSION pg_stat_statements");
        startLoad();

        rooms.getBean(Observability.class).check(RUN);

        assertThat(collection().collect(RUN, 1, step)).isEqualTo(Taken.TAKEN);
        assertThat(profiles().of(RUN).statements()).isEmpty();
        assertThat(profiles().of(RUN).tables()).isNotEmpty();
        assertThat(jdbc.sql("SELECT mend FROM run_blind_spot")
                        .query(String.class)
                        .list())
                .contains("CREATE EXTENSION pg_stat_statements;");
    }

    @Test
    void aServiceThatIsDownIsWaitedFor() {
        service.stop(0);

        assertThatThrownBy(() -> rooms.getBean(Observability.class).check(RUN)).isInstanceOf(TargetUnavailable.class);
    }

    private BaselineCollection collection() {
        return new BaselineCollection(
                rooms.getBean(Runs.class),
                rooms.getBean(ProfilingLoad.class),
                rooms.getBean(TargetStatisticsRepository.class),
                rooms.getBean(Sampler.class),
                rooms.getBean(ProfileRepository.class),
                rooms.getBean(BlindSpots.class),
                rooms.getBean(ProfilingProperties.class),
                InstantSource.system(),
                load,
                rooms.getBean(Collectors.class));
    }

    private Profiles profiles() {
        return rooms.getBean(Profiles.class);
    }

    private void register(String definition) {
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", definition).update();
    }

    private void startLoad() {
        jdbc.sql("""
                        INSERT INTO run_step (run_id, job_key, job_type, process_id, element_id, name, caller_element, status, started_at)
                        VALUES ('run-1', :job, 'run-load-test', 'load-validation', 'Task_RunBaseline', 'Run baseline load test',
                                'CallActivity_DriveProfilingLoad', 'STARTED', now())""").param("job", load.round).update();
    }

    private void finishLoad() {
        jdbc.sql("UPDATE run_step SET status = 'DONE'").update();
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at)
                        VALUES ('load-' || :round, 'run-1', 'PROFILE', 'BASELINE', :round, 1, :round, '{}', 'VALID', now())""").param("round", load.round).update();
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
