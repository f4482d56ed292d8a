package dev.perfloop.local.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child JVM. Holds the pipe whose end makes {@link dev.perfloop.local.guard.Guard} halt it. */
public final class JvmService implements Service {
    private final String name;
    private final JvmCommand command;
    private final Map<String, String> environment;
    private final LogFile output;
    private final Probe probe;
    private final Duration patience;
    private volatile @Nullable Process process;

    public JvmService(
            String name,
            JvmCommand command,
            Map<String, String> environment,
            Path output,
            Probe probe,
            Duration patience) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.output = new LogFile(output);
        this.probe = probe;
        this.patience = patience;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<String> launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.line());
        builder.environment().keySet().removeIf(JvmService::isOurs);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output.ready()));
        Process started = builder.start();
        process = started;
        return started.onExit().thenApply(ended -> "exit code " + ended.exitValue());
    }

    /** While it lives. */
    public Optional<ProcessHandle> running() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /** Settings of the user's own Camunda or Spring must not leak into ours. */
    private static boolean isOurs(String variable) {
        return variable.startsWith("ZEEBE_")
                || variable.startsWith("CAMUNDA_")
                || variable.startsWith("SPRING_")
                || variable.startsWith("SERVER_")
                || variable.startsWith("MANAGEMENT_")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }

    @Override
    public boolean isReady() {
        return probe.answers();
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public void stop(Duration within) {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
            running.getOutputStream().close();
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
