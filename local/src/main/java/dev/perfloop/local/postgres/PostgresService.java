package dev.perfloop.local.postgres;

import dev.perfloop.local.child.LogFile;
import dev.perfloop.local.child.Priority;
import dev.perfloop.local.child.Service;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL under {@code pg_ctl}, which gives it a session of its own: a Ctrl-C in the terminal does not reach it. The demo
 * shop's database is in it as well.
 */
public final class PostgresService implements Service {
    private static final int WAIT_SECONDS = 60;

    private final Path binaries;
    private final Path data;
    private final int port;
    private final LogFile log;
    private final Superuser superuser;
    private final Unprivileged unprivileged;
    private final Watchdog watchdog = new Watchdog();

    public PostgresService(Path binaries, Path data, int port, Path log, Superuser superuser) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
        this.log = new LogFile(log);
        this.superuser = superuser;
        this.unprivileged = Unprivileged.forUser(System.getProperty("user.name"), binaries);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public CompletableFuture<String> launch() throws IOException {
        log.ready();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        stopLeftOver();
        PostgresSettings.write(data, port);
        unprivileged.own(data);
        watchdog.watch(data);
        control(List.of("start", "-w", "-t", String.valueOf(WAIT_SECONDS)));
        return postmaster(data)
                .map(ProcessHandle::onExit)
                .map(exit -> exit.thenApply(gone -> "process gone"))
                .orElseThrow(() -> new IOException("PostgreSQL ended right after its start; see " + log.path()));
    }

    /** Into another directory first: a killed first start leaves nothing half done under the final name. */
    private void initialise() throws IOException {
        Path next = data.resolveSibling(data.getFileName() + ".new");
        run(List.of("rm", "-rf", next.toString()));
        Files.createDirectories(next);
        Path password = next.resolveSibling("pg.password");
        Files.writeString(password, superuser.password());
        try {
            unprivileged.own(next);
            unprivileged.own(password);
            run(unprivileged.with(
                    binaries.resolve("bin/initdb").toString(),
                    "-D",
                    next.toString(),
                    "-U",
                    superuser.user(),
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
        Files.move(next, data);
    }

    /** A server that outlived a killed start of ours. */
    private void stopLeftOver() throws IOException {
        Optional<ProcessHandle> left = postmaster(data);
        Path pidFile = data.resolve("postmaster.pid");
        if (left.isEmpty()) {
            return;
        }
        boolean ours = left.get().info().command().orElse("").endsWith("postgres");
        if (ours) {
            control(List.of("stop", "-m", "fast", "-w", "-t", String.valueOf(WAIT_SECONDS)));
        } else {
            // After a reboot the number may belong to anybody; PostgreSQL would refuse to start.
            Files.deleteIfExists(pidFile);
        }
    }

    /** The server that holds this data directory, if one is alive. */
    public static Optional<ProcessHandle> postmaster(Path data) {
        try {
            String first = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(first.strip())).filter(ProcessHandle::isAlive);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isReady() {
        try (Connection connection = superuser.connect(port, "postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(WAIT_SECONDS);
    }

    @Override
    public void stop(Duration within) {
        try {
            if (postmaster(data).isPresent()) {
                List<String> fast = List.of("stop", "-m", "fast", "-w", "-t", String.valueOf(within.toSeconds()));
                if (tryControl(fast) != 0) {
                    tryControl(List.of("stop", "-m", "immediate", "-w", "-t", String.valueOf(within.toSeconds())));
                }
            }
            watchdog.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void control(List<String> action) throws IOException {
        int exit = tryControl(action);
        if (exit != 0) {
            throw new IOException("pg_ctl " + action.getFirst() + " failed (" + exit + "); see " + log.path());
        }
    }

    private int tryControl(List<String> action) throws IOException {
        List<String> line =
                new ArrayList<>(unprivileged.with(binaries.resolve("bin/pg_ctl").toString(), "-D", data.toString()));
        line.addAll(action);
        return exitOf(Priority.MEASURED.of(line));
    }

    private void run(List<String> line) throws IOException {
        int exit = exitOf(line);
        if (exit != 0) {
            throw new IOException(String.join(" ", line) + " failed (" + exit + "); see " + log.path());
        }
    }

    private int exitOf(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        Process process = builder.start();
        try {
            if (!process.waitFor(2L * WAIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
