package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack without Operate that may be killed and started again, its load tests cut short. */
final class LoopStack implements AutoCloseable {
    /** What is tried here is that runs go on, not how well they measure: short tests, and lenient on a busy machine. */
    private static final List<String> SHORT = List.of(
            "-Dperfloop.load.quick.warmup=2s",
            "-Dperfloop.load.quick.steady=14s",
            "-Dperfloop.load.abort.after=3s",
            "-Dperfloop.load.limits.fewest-seconds=6",
            "-Dperfloop.load.limits.rate-deviation=0.3",
            "-Dperfloop.load.limits.generator-cpu=1",
            "-Dperfloop.load.limits.stolen-cpu=1",
            "-Dperfloop.load.limits.lateness=5s",
            "-Dperfloop.validation.fewest-seconds=6");

    private final String name;
    private @Nullable HostProcess host;
    private int starts;

    private LoopStack(String name) {
        this.name = name;
    }

    static LoopStack fresh(String name) throws IOException {
        StackData.startFromNothing();
        LoopStack stack = new LoopStack(name);
        stack.start();
        return stack;
    }

    void start() throws IOException {
        host = HostProcess.start(
                StackData.CHECKOUT, StackData.DATA, StackData.DIR.resolve(name + "-" + starts++ + ".log"), SHORT);
        host.awaitReady();
    }

    /** By {@code kill -9}; returns when no process that belonged to it is left. */
    void kill() throws InterruptedException {
        List<ProcessHandle> children = host().children();
        assertThat(children).hasSizeGreaterThan(4); // broker, watchdog, PostgreSQL and its own processes
        host().kill();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    List<ProcessHandle> loadGenerators() {
        return host().children().stream()
                .filter(child -> child.info().commandLine().orElse("").contains("dev.perfloop.loadtests.Launcher"))
                .toList();
    }

    LoopApi api() {
        return new LoopApi(URI.create("http://127.0.0.1:" + StackData.port(Port.UI)));
    }

    static Connection connect(String database, String role) throws SQLException, IOException {
        return DriverManager.getConnection(url(database), role, password(role));
    }

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + StackData.port(Port.POSTGRES) + "/" + database;
    }

    static String password(String role) throws IOException {
        return new Secrets(StackData.DATA.resolve("secrets")).get(role);
    }

    private HostProcess host() {
        if (host == null) {
            throw new IllegalStateException("not started");
        }
        return host;
    }

    @Override
    public void close() throws InterruptedException {
        if (host != null) {
            host.stop();
        }
    }
}
