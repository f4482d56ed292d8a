package dev.perfloop.profiling;

import static org.mockito.Mockito.mock;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.analysis.Diagnosis;
import dev.perfloop.camunda.Step;
import dev.perfloop.fingerprint.CountedCalls;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One run's profiling of a real database from beginning to end, paced by the test: each tick is a second of its load. */
final class WatchedRun implements AutoCloseable {
    static final RunId RUN = new RunId("run-1");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final HttpServer service;
    private final AnnotationConfigApplicationContext rooms;
    private final Step step = mock();

    private WatchedRun(PGSimpleDataSource target, String role, String more) throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        register("""
                name: library
                baseUrl: http://127.0.0.1:%d
                load: { requests: [ { name: loans, get: /loans } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: "%s" }
                %s""".formatted(
                        service.getAddress().getPort(),
                        target.getServerNames()[0],
                        target.getPortNumbers()[0],
                        target.getDatabaseName(),
                        role,
                        target.getPassword(),
                        more));
        rooms = Rooms.open(ours, List.of(), "run", "target", "load", "profiling", "fingerprint", "analysis");
    }

    static WatchedRun of(PGSimpleDataSource target, String role) throws IOException {
        return new WatchedRun(target, role, "");
    }

    /** @param more lines of the target's file */
    static WatchedRun of(PGSimpleDataSource target, String role, String more) throws IOException {
        return new WatchedRun(target, role, more);
    }

    /** Checks, watches for as many ticks, takes the plans. */
    WatchedRun taken(int ticks, Tick load) throws InterruptedException {
        return watched(ticks, load).planned();
    }

    WatchedRun watched(int ticks, Tick load) throws InterruptedException {
        rooms.getBean(Observability.class).check(RUN);
        jdbc.sql("""
                        INSERT INTO run_step (run_id, job_key, job_type, process_id, element_id, name, caller_element, status, started_at)
                        VALUES ('run-1', 7, 'run-load-test', 'load-validation', 'Task_RunBaseline', 'Run baseline load test',
                                'CallActivity_DriveProfilingLoad', 'STARTED', now())""").update();
        collection(ticks, load).collect(RUN, 1, step);
        return this;
    }

    WatchedRun planned() {
        rooms.getBean(PlanCapture.class).capture(RUN, step);
        return this;
    }

    /** From now on nobody answers where the target's database was. */
    WatchedRun leftByItsServer() {
        jdbc.sql(
                        "UPDATE run SET target_definition = regexp_replace(target_definition, '(jdbc:postgresql://[^:]+:)\\d+', '\\11')")
                .update();
        return this;
    }

    interface Tick {
        void at(int number);
    }

    Profile profile() {
        return profiles().of(RUN);
    }

    Profiles profiles() {
        return rooms.getBean(Profiles.class);
    }

    ConcretePlans concrete() {
        return profiles().partOf(RUN, ConcretePlans.class).orElseThrow();
    }

    ServerFacts server() {
        return profiles().partOf(RUN, ServerFacts.class).orElseThrow();
    }

    List<StatementPlan> plans() {
        return profiles().plansOf(RUN);
    }

    StatementPlan plan(String statementPart) {
        long id = profile().statements().stream()
                .filter(it -> it.query().contains(statementPart))
                .findFirst()
                .orElseThrow(() -> new AssertionError(profile().statements()))
                .queryId();
        return plans().stream()
                .filter(plan -> plan.queryId() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(blindSpots()));
    }

    /** Each as "what | why | mend". */
    List<String> blindSpots() {
        return jdbc.sql("SELECT what || ' | ' || why || ' | ' || mend FROM run_blind_spot")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        rooms.close();
        service.stop(0);
    }

    private BaselineCollection collection(int ticks, Tick load) {
        return new BaselineCollection(
                rooms.getBean(Runs.class),
                rooms.getBean(ProfilingLoad.class),
                rooms.getBean(TargetStatisticsRepository.class),
                rooms.getBean(Sampler.class),
                rooms.getBean(ProfileRepository.class),
                rooms.getBean(BlindSpots.class),
                rooms.getBean(ProfilingProperties.class),
                InstantSource.system(),
                new SecondTicker() {
                    private int tick;

                    @Override
                    void next() {
                        load.at(++tick);
                        if (tick == ticks) {
                            endLoad();
                        }
                    }
                },
                rooms.getBean(Collectors.class));
    }

    /** What the run is diagnosed as, had its one request been driven so often and taken that long each time. */
    Diagnosis.Result diagnosed(int requests, double meanMs) {
        String figures =
                "{\"p50Ms\": %1$f, \"p95Ms\": %1$f, \"p99Ms\": %1$f, \"meanMs\": %1$f, \"throughput\": 5, \"errorRate\": 0, \"count\": %2$d}"
                        .formatted(meanMs, requests);
        jdbc.sql("UPDATE load_test SET result = :result::jsonb")
                .param("result", "{\"all\": %s, \"requests\": {\"loans\": %s}}".formatted(figures, figures))
                .update();
        jdbc.sql("INSERT INTO load_window VALUES ('load-1', 'loans', now(), :requests, 0, '')")
                .param("requests", requests)
                .update();
        return Diagnosis.of(rooms, RUN);
    }

    /** The pass ahead of the load. */
    WatchedRun counted() throws InterruptedException {
        CountedCalls.count(rooms, RUN, step);
        return this;
    }

    private void endLoad() {
        jdbc.sql("UPDATE run_step SET status = 'DONE'").update();
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at)
                        VALUES ('load-1', 'run-1', 'PROFILE', 'BASELINE', 1, 1, 7, '{}', 'VALID', now())""").update();
    }

    private void register(String definition) {
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", definition).update();
    }
}
