package dev.perfloop.local;

import static org.awaitility.Awaitility.await;

import dev.perfloop.local.postgres.PostgresService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link StackHost} in a JVM of its own. */
record HostProcess(Process process, Path output, Path data) {

    /** @param options more options of its JVM */
    static HostProcess start(Path checkout, Path data, Path output, List<String> options) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        line.add("-XX:+UseSerialGC");
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, StackHost.class.getName(), checkout.toString(), data.toString()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new HostProcess(process, output, data);
    }

    HostProcess awaitReady() {
        return awaitSays("READY");
    }

    HostProcess awaitSays(String words) {
        await().atMost(Duration.ofMinutes(2))
                .failFast("the host ended: " + output, () -> !process.isAlive() && !says().contains(words))
                .until(() -> says().contains(words));
        return this;
    }

    String says() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that must not outlive the host; PostgreSQL has left its family. */
    List<ProcessHandle> children() {
        List<ProcessHandle> children = new ArrayList<>(process.descendants().toList());
        PostgresService.postmaster(data.resolve("pg")).ifPresent(postmaster -> {
            children.add(postmaster);
            postmaster.descendants().forEach(children::add);
        });
        return children;
    }

    ProcessHandle broker() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
        return process.exitValue();
    }
}
