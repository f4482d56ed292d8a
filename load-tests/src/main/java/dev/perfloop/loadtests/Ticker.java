package dev.perfloop.loadtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The test's pulse: each second it writes the second gone by, says how it goes and pulls the brake when it must. */
final class Ticker implements AutoCloseable {
    record Progress(long elapsed, int of, double rate, long errors, double p50Ms, double p95Ms, double p99Ms) {}

    /** Responses counted late into a second that has just ended; after this it is written. */
    private static final long GRACE_NANOS = 100_000_000L;

    private final LoadTest test;
    private final SecondsFile file;
    private final PrintStream events;
    private final ObjectMapper json;
    private final GeneratorCpu cpu = new GeneratorCpu();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ticker").daemon(true).factory());

    Ticker(LoadTest test, SecondsFile file, PrintStream events, ObjectMapper json) {
        this.test = test;
        this.file = file;
        this.events = events;
        this.json = json;
    }

    void start() {
        clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        cpu.sample(test.timeline().isMeasuring(now));
        try {
            Recorder.Tally tally = close(test.timeline().epochSecond(now - GRACE_NANOS) - 1);
            if (test.timeline().hasStarted()) {
                say(tally, now);
            }
            test.brake().see(tally.count(), tally.errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recorder.Tally close(long upToSecond) throws IOException {
        Recorder.Tally tally = test.recorder().close(upToSecond, file);
        file.flush();
        return tally;
    }

    private void say(Recorder.Tally tally, long now) throws IOException {
        int of = test.schedule().totalSeconds();
        long elapsed = Math.min(of, Math.round(test.timeline().elapsedSeconds(now)));
        events.println(json.writeValueAsString(new Progress(
                elapsed,
                of,
                tally.count(),
                test.recorder().errors(),
                rounded(tally.p50Ms()),
                rounded(tally.p95Ms()),
                rounded(tally.p99Ms()))));
        events.flush();
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    GeneratorCpu cpu() {
        return cpu;
    }

    /** Writes what is left. */
    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        try {
            clock.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(test.timeline().epochSecond(System.nanoTime()));
    }
}
