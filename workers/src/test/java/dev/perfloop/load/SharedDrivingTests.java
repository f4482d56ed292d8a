package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two workers and their real generators; needs module load-tests packaged, as it is in {@code mvn verify}. */
class SharedDrivingTests {
    private static final Path DIST =
            Path.of("../load-tests/target/dist").toAbsolutePath().normalize();

    @TempDir
    Path reports;

    private final PGSimpleDataSource database = (PGSimpleDataSource) Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;

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
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        first = worker("20s");
        second = worker("20s");
        String definition = """
                name: books
                baseUrl: http://127.0.0.1:%d
                load: { arrivalRate: 40/s, injectors: 2, requests: [{ name: list, get: /books }] }
                database: { url: "%s", user: %s }
                """.formatted(server.getAddress().getPort(), database.getUrl(), database.getUser());
        jdbc.sql("INSERT INTO target VALUES ('books', :definition, 'x', now(), now())")
                .param("definition", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'books', :definition, 'QUICK', 'RUNNING', 'operator', now())""").param("definition", definition).update();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        server.stop(0);
    }

    @Test
    void twoWorkersDriveOneLoadTogether() throws Exception {
        var one = start(first, 1, false);
        var other = start(second, 2, false);

        assertThat(one.get(1, TimeUnit.MINUTES))
                .as(row("coalesce(invalid_reason, '') || status"))
                .isEqualTo(other.get(1, TimeUnit.MINUTES))
                .isInstanceOf(Driven.Valid.class);

        assertThat(asked).as("one first look, then 40 a second for 9 s").hasSize(361);
        assertThat(row("(SELECT sum(count) FROM load_window)::int > 200")).isEqualTo("t");
        assertThat(row("(SELECT count(*) FROM load_injector_window)")).isEqualTo("0");
        assertThat(row("(result ->> 'offeredRate')::float")).isEqualTo("40");
        assertThat(row("config ->> 'injectors'")).isEqualTo("2");
        assertThat(row("(SELECT words FROM load_check WHERE subject = 'Injectors')"))
                .startsWith("2 injectors drove 2");
        assertThat(row("(SELECT max((payload ->> 'rate')::float) > 25 FROM run_event WHERE kind = 'LOAD')"))
                .as("watchers see the rate of both")
                .isEqualTo("t");
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("Injector 2 of 2: "));
        assertThat(driving(second).drive(order(2), watch(false)))
                .as("a second delivery")
                .isEqualTo(other.get());
        assertThat(asked).hasSize(361);
    }

    @Test
    void injectorThatDiesEndsTheTestForAllAndItIsRepeated() throws Exception {
        var one = start(first, 1, false);
        var other = start(second, 2, true);

        assertThatThrownBy(other::join).isInstanceOf(CompletionException.class).hasMessageContaining("was stopped");
        var told = one.get(1, TimeUnit.MINUTES);

        assertThat(told).isInstanceOf(Driven.Invalid.class);
        assertThat(row("status || ' ' || invalid_reason"))
                .startsWith("LOST Injector 2 of 2: The load test was stopped");
        assertThat(driving(first).drive(order(2), watch(false)))
                .as("its job comes again")
                .isEqualTo(told);
        assertThat(asked).hasSizeLessThan(361);
    }

    @Test
    void tooFewWorkersAreToldToTheOwner() {
        try (var alone = worker("1s")) {
            assertThatThrownBy(() -> driving(alone).drive(order(1), watch(false)))
                    .isInstanceOfSatisfying(TooFewInjectors.class, few -> {
                        assertThat(few).hasMessage("2 injectors wanted, 1 worker instance answers.");
                        assertThat(few.mend()).startsWith("Start more workers").contains("lower load.injectors");
                        assertThat(few.worthRetrying()).isFalse();
                    });
        }
        assertThat(asked).isEmpty();
        assertThat(jdbc.sql("SELECT (SELECT count(*) FROM load_test) + (SELECT count(*) FROM load_injector)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void workerThatDrivesAnotherLoadLeavesTheJobToOthers() throws Exception {
        var slots = first.getBean(LoadSlots.class);
        assertThat(slots.take(InjectorMeeting.LOOK)).isTrue();

        assertThat(driving(first).drive(order(1), watch(false)))
                .isEqualTo(new Driven.NotNow(
                        "r1-profile-baseline-1-1", "This worker drives another load; another worker may be free."));
    }

    private CompletableFuture<Driven> start(ConfigurableApplicationContext worker, int injector, boolean dies) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return driving(worker).drive(order(injector), watch(dies));
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static LoadOrder order(int injector) {
        return new LoadOrder(
                new RunId("r1"), LoadPhase.PROFILE, LoadProfile.BASELINE, 1, 1, 70 + injector, injector, 2);
    }

    private LoadWatch watch(boolean dies) {
        return new LoadWatch() {
            private volatile boolean drives;

            @Override
            public void progress(int percent, String message) {
                said.add(message);
                drives |= message.contains(" of 9 s");
            }

            @Override
            public boolean cancelled() {
                return dies && drives;
            }
        };
    }

    private ConfigurableApplicationContext worker(String meeting) {
        return LoadHouse.open(
                database,
                "perfloop.load.launcher-classpath=" + DIST + "/*",
                "perfloop.load.reports-dir=" + reports,
                "perfloop.load.meeting=" + meeting,
                "perfloop.load.quick.warmup=1s",
                "perfloop.load.quick.steady=8s",
                "perfloop.load.limits.fewest-seconds=2",
                "perfloop.load.limits.fewest-requests=20",
                "perfloop.load.limits.generator-cpu=1",
                "perfloop.load.limits.stolen-cpu=1",
                "perfloop.load.limits.lateness=2s",
                "perfloop.load.limits.rate-deviation=0.2");
    }

    private static SharedDriving driving(ConfigurableApplicationContext worker) {
        return worker.getBean(SharedDriving.class);
    }

    private String row(String expression) {
        return jdbc.sql("SELECT " + expression + " FROM load_test")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .single();
    }
}
