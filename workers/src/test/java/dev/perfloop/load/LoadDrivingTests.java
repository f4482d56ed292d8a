package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real generator against a tiny server; needs module load-tests packaged, as it is in {@code mvn verify}. */
class LoadDrivingTests {
    private static final Path DIST =
            Path.of("../load-tests/target/dist").toAbsolutePath().normalize();
    private static final LoadOrder ORDER =
            new LoadOrder(new RunId("r1"), LoadPhase.PROFILE, LoadProfile.BASELINE, 1, 1, 77);

    @TempDir
    Path reports;

    private final PGSimpleDataSource database = (PGSimpleDataSource) Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final List<String> said = new ArrayList<>();
    private Consumer<String> onProgress = message -> {};
    private long abortedAt;
    private volatile int status = 200;
    private HttpServer server;
    private ConfigurableApplicationContext house;

    @BeforeAll
    static void generatorIsBuilt() {
        assumeTrue(Files.isDirectory(DIST), "load-tests is not packaged: run mvn verify");
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        house = LoadHouse.open(
                database,
                "perfloop.load.launcher-classpath=" + DIST + "/*",
                "perfloop.load.reports-dir=" + reports,
                "perfloop.load.quick.warmup=1s",
                "perfloop.load.quick.steady=4s",
                "perfloop.load.abort.after=2s",
                "perfloop.load.limits.fewest-seconds=2",
                "perfloop.load.limits.fewest-requests=20",
                "perfloop.load.limits.generator-cpu=1",
                "perfloop.load.limits.stolen-cpu=1",
                "perfloop.load.limits.lateness=2s",
                "perfloop.load.recovery=3s");
    }

    @AfterEach
    void close() {
        house.close();
        server.stop(0);
    }

    @Test
    void loadIsDrivenAndKept() throws Exception {
        runOn("/books?genre={genre}");

        var driven = driving().drive(ORDER, watch(false));

        assertThat(driven.valid()).as(row("invalid_reason")).isTrue();
        assertThat(jdbc.sql("SELECT subject || ' ' || state FROM load_check ORDER BY position")
                        .query(String.class)
                        .list())
                .contains("Checkpoints FINE", "Autovacuum FINE", "Restart of PostgreSQL FINE")
                .contains("Restart of the service NOT_LOOKED_AT");
        assertThat(asked).as("one first look, then the load").hasSize(151).contains("/books?genre=sci%20fi");
        assertThat(row("(result -> 'all' ->> 'count')::int > 50")).isEqualTo("t");
        assertThat(row("result -> 'requests' -> 'list' ->> 'errorRate'")).isEqualTo("0.0");
        assertThat(row("(SELECT sum(count) > 100 FROM load_window)")).isEqualTo("t");
        assertThat(row("(SELECT count(DISTINCT metric) FROM load_reading WHERE metric LIKE '%_total')"))
                .isEqualTo("4");
        assertThat(row("report_path"))
                .isEqualTo(reports.resolve(driven.loadTestId()).toString());
        assertThat(reports.resolve(driven.loadTestId()).resolve("index.html")).exists();
        assertThat(row("(SELECT count(*) >= 3 FROM run_event WHERE kind = 'LOAD')"))
                .isEqualTo("t");
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("baseline load, "));
        nothingIsLeftBehind();
    }

    @Test
    void secondDeliveryAfterAKillDrivesAfreshAndAThirdFindsItDone() throws Exception {
        runOn("/books");
        house.getBean(LoadTestRepository.class)
                .open(
                        ORDER,
                        new LoadConfig(new LoadShape(LoadProfile.BASELINE, 30, null, 1, 4, null), "", 1, List.of(), 1),
                        Recorded.START);

        var second = driving().drive(ORDER, watch(false));
        int askedThen = asked.size();
        var third = driving().drive(ORDER, watch(false));

        assertThat(jdbc.sql("SELECT status FROM load_test ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("LOST", "VALID");
        assertThat(third).isEqualTo(second);
        assertThat(asked).hasSize(askedThen);
    }

    @Test
    void loadStopsWhenNobodyWantsItAnyMore() {
        runOn("/books");

        assertThatThrownBy(() -> driving().drive(ORDER, watch(true))).hasMessageContaining("was stopped");

        assertThat(row("status")).isEqualTo("LOST");
        nothingIsLeftBehind();
    }

    @Test
    void personsAbortEndsTheLoadAtOnceAndItIsNotTriedAgain() throws Exception {
        runOn("/books");
        onProgress = message -> {
            if (message.startsWith("baseline load, 1 of")) {
                jdbc.sql("INSERT INTO load_abort SELECT id, 'operator', now() FROM load_test")
                        .update();
                abortedAt = System.nanoTime();
            }
        };

        var driven = driving().drive(ORDER, watch(false));
        double seconds = (System.nanoTime() - abortedAt) / 1e9;
        int askedThen = asked.size();

        assertThat(driven).isEqualTo(new Driven.GivenUp(driven.loadTestId(), "The load test was aborted by operator."));
        assertThat(seconds).isLessThan(2);
        assertThat(row("status || ' ' || invalid_reason")).isEqualTo("ABORTED The load test was aborted by operator.");
        nothingIsLeftBehind();
        assertThat(driving().drive(ORDER, watch(false))).as("a second delivery").isEqualTo(driven);
        assertThat(asked).hasSize(askedThen).hasSizeLessThan(150);
    }

    @Test
    void loadThatOnlyFailsEndsItselfAndIsToldToItsOwner() {
        runOn("/books");
        onProgress = message -> status = message.startsWith("Starting") ? 500 : status;

        assertThatThrownBy(() -> driving().drive(ORDER, watch(false)))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("requests of the load test failed (list: ")
                .hasMessageContaining("status 500");

        assertThat(row("status")).isEqualTo("INVALID");
        assertThat(asked).as("it did not last for its five seconds").hasSizeLessThan(140);
    }

    @ParameterizedTest
    @ValueSource(strings = {"peak load, ", "Starting"})
    void whatBreaksTwiceIsJudgedByHowItBroke(String atWord) throws Exception {
        runOn("/books");
        onProgress = message ->
                status = message.startsWith("Waiting until") ? 200 : message.startsWith(atWord) ? 500 : status;

        var order = new LoadOrder(new RunId("r1"), LoadPhase.BEFORE, LoadProfile.PEAK, 1, 1, 81);
        var again = new LoadOrder(new RunId("r1"), LoadPhase.BEFORE, LoadProfile.PEAK, 1, 2, 82);

        var once = driving().drive(order, watch(false));
        var twice = driving().drive(again, watch(false));

        assertThat(once).isInstanceOf(Driven.Invalid.class);
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("The service answers again, 1 s after"));
        assertThat(twice).as(row("string_agg(invalid_reason, ' ')")).isInstanceOf(Driven.Valid.class);
        assertThat(jdbc.sql("""
                                SELECT (result -> 'all' ->> 'errorRate')::float8 FROM load_test WHERE status = 'VALID'""").query(Double.class).single()).isBetween(0.4, 1.0);
        assertThat(jdbc.sql("SELECT words FROM load_check WHERE subject = 'Broke off' ORDER BY load_test_id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .last()
                .asString()
                .contains("failed for 2 s (list: ", "It broke off before as well");
    }

    @Test
    void serviceThatAnswersNothingWellAfterAChangeStopsNobodyFromTakingItBack() throws Exception {
        runOn("/books");
        status = 500;

        var driven = driving()
                .drive(new LoadOrder(new RunId("r1"), LoadPhase.AFTER, LoadProfile.PEAK, 1, 1, 78), watch(false));

        assertThat(driven)
                .isInstanceOfSatisfying(
                        Driven.GivenUp.class,
                        given -> assertThat(given.why())
                                .startsWith(
                                        "The scenario's only request fails: list (GET /books) is answered with status 500"));
    }

    @Test
    void targetThatIsDownIsNeverJudged() {
        runOn("/books");
        server.stop(0);

        assertThatThrownBy(() -> driving().drive(ORDER, watch(false))).isInstanceOf(TargetUnavailable.class);

        assertThat(jdbc.sql("SELECT count(*) FROM load_test")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void scenarioThatCannotBeDrivenIsToldToItsOwner() {
        runOn("/books/{nobody}");

        assertThatThrownBy(() -> driving().drive(ORDER, watch(false)))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("no feeder named 'nobody'");
    }

    private void runOn(String path) {
        String definition = """
                name: books
                baseUrl: http://127.0.0.1:%d
                load:
                  arrivalRate: 30/s
                  requests: [{ name: list, get: "%s" }]
                  feeders: { genre: { sql: "SELECT 'sci fi' AS genre;" } }
                database: { url: "%s", user: %s }
                """.formatted(server.getAddress().getPort(), path, database.getUrl(), database.getUser());
        jdbc.sql("INSERT INTO target VALUES ('books', :definition, 'x', now(), now())")
                .param("definition", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'books', :definition, 'QUICK', 'RUNNING', 'operator', now())""").param("definition", definition).update();
    }

    private LoadDriving driving() {
        return house.getBean(LoadDriving.class);
    }

    private LoadWatch watch(boolean cancelAtFirstWord) {
        return new LoadWatch() {
            @Override
            public void progress(int percent, String message) {
                said.add(message);
                onProgress.accept(message);
            }

            @Override
            public boolean cancelled() {
                return cancelAtFirstWord && said.size() > 1;
            }
        };
    }

    private String row(String expression) {
        return jdbc.sql("SELECT " + expression + " FROM load_test")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .single();
    }

    private void nothingIsLeftBehind() {
        assertThat(reports.resolve(".work")).isEmptyDirectory();
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().commandLine().orElse("").contains("loadtests.Launcher")))
                .isEmpty();
    }
}
