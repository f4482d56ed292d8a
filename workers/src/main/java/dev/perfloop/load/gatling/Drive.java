package dev.perfloop.load.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generator at work. Closing it kills the generator if it still runs and waits until it is gone. */
public final class Drive implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Drive.class);
    private static final int WRONG_SPEC = 2;
    private static final int ABORTED = 4;
    /** What the JVM ends with by itself, see {@link Generator}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path dir;
    private final ObjectMapper json;
    private final Consumer<Drive> whenClosed;
    private final SecondsTail seconds;
    private final LinkedBlockingQueue<Progress> progress = new LinkedBlockingQueue<>();

    Drive(Process process, Path dir, ObjectMapper json, Consumer<Drive> whenClosed) {
        this.process = process;
        this.dir = dir;
        this.json = json;
        this.whenClosed = whenClosed;
        seconds = new SecondsTail(dir.resolve("seconds.ndjson"), json);
        Thread.ofVirtual().name("generator-output").start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                progress.add(json.readValue(line, Progress.class));
            }
        } catch (JsonProcessingException notOurs) {
            log.warn("The load generator said something else than JSON: {}", notOurs.getOriginalMessage());
        } catch (IOException killed) {
            log.debug("The load generator's pipe broke", killed);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits at most so long for the next word; empty when none came, be it that the generator has ended. */
    public Optional<Progress> next(Duration atMost) throws InterruptedException {
        if (!process.isAlive()) {
            return Optional.ofNullable(progress.poll());
        }
        return Optional.ofNullable(progress.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Seconds recorded since the last call. */
    public List<RecordedSecond> seconds() throws IOException {
        return seconds.more();
    }

    /**
     * The end of a generator that has ended.
     *
     * @throws WrongSpec when it refused what it was told
     * @throws OutOfMemory when more requests were waiting than it has memory for
     */
    public LaunchResult result() throws IOException {
        return switch (process.exitValue()) {
            case 0, ABORTED -> json.readValue(dir.resolve("result.json").toFile(), LaunchResult.class);
            case OUT_OF_MEMORY -> throw new OutOfMemory();
            case WRONG_SPEC -> throw new WrongSpec(stderr());
            default ->
                throw new IllegalStateException(
                        "The load generator ended with code " + process.exitValue() + ": " + stderr());
        };
    }

    /** Gatling's own report; empty when it could not be drawn. */
    public Optional<Path> report() {
        Path report = dir.resolve("report");
        return Files.isDirectory(report) ? Optional.of(report) : Optional.empty();
    }

    private String stderr() throws IOException {
        String all = Files.readString(dir.resolve("stderr.log")).strip();
        return all.substring(0, Math.min(all.length(), 500));
    }

    @Override
    public void close() {
        boolean interrupted = false;
        process.destroyForcibly();
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        whenClosed.accept(this);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** An open model lets requests wait without an end: where a target does not keep up, they pile up in the generator. */
    public static final class OutOfMemory extends RuntimeException {
        OutOfMemory() {
            super("The load generator ran out of memory (" + Generator.HEAP_MB
                    + " MB): more requests were waiting for an answer than "
                    + "it can hold. Either the target does not keep up with this rate, or the generator does not: lower "
                    + "load.arrivalRate, or let load.injectors share it.");
        }
    }

    /** The launcher's words on a spec it cannot drive. */
    public static final class WrongSpec extends RuntimeException {
        private final String words;

        WrongSpec(String words) {
            super(words);
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
