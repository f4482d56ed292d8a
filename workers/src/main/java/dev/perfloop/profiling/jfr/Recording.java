package dev.perfloop.profiling.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.management.jfr.FlightRecorderMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A flight recording on another JVM, fetched when the load is over: to read the events as they come would make that JVM write
 * and send them every second, which costs it time while the load is measured. Were we to vanish, it would end by itself: it has
 * a longest life and a largest size, and the next one of the same name sweeps it away.
 */
final class Recording implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 64 << 20;
    private static final Map<String, String> IN_BLOCKS = Map.of("blockSize", String.valueOf(1 << 20));

    private final FlightRecorderMXBean recorder;
    private final long id;

    private Recording(FlightRecorderMXBean recorder, long id) {
        this.recorder = recorder;
        this.id = id;
    }

    /** @param longest after this it stops by itself */
    static Recording start(MBeanServerConnection beans, String name, Duration longest) throws IOException {
        var recorder = recorder(beans);
        for (var info : recorder.getRecordings()) {
            if (info.getName().equals(name)) {
                recorder.closeRecording(info.getId());
            }
        }
        long id = recorder.newRecording();
        try {
            recorder.setRecordingOptions(
                    id,
                    Map.of(
                            "name",
                            name,
                            "duration",
                            longest.toSeconds() + " s",
                            "maxSize",
                            String.valueOf(MOST_BYTES),
                            "disk",
                            "true"));
            recorder.setRecordingSettings(id, EventChoice.SETTINGS);
            recorder.startRecording(id);
            return new Recording(recorder, id);
        } catch (RuntimeException failed) {
            recorder.closeRecording(id);
            throw failed;
        }
    }

    private static FlightRecorderMXBean recorder(MBeanServerConnection beans) {
        try {
            return JMX.newMXBeanProxy(
                    beans, new ObjectName(FlightRecorderMXBean.MXBEAN_NAME), FlightRecorderMXBean.class);
        } catch (MalformedObjectNameException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /**
     * Stops it and hands over its events, in no order.
     *
     * @return the time from the first to the last event: less than was recorded where the oldest had to make room
     * @throws IOException when the other side is gone, or does not answer in time
     */
    Duration events(Consumer<RecordedEvent> taker) throws IOException {
        var file = Files.createTempFile("perfloop-", ".jfr");
        try {
            within(() -> fetch(file));
            return read(file, taker);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void fetch(Path file) {
        try {
            recorder.stopRecording(id);
        } catch (IllegalStateException endedByItself) {
            LOG.debug("The recording was over before it was stopped", endedByItself);
        }
        try (var out = Files.newOutputStream(file)) {
            long stream = recorder.openStream(id, IN_BLOCKS);
            for (byte[] block = recorder.readStream(stream); block != null; block = recorder.readStream(stream)) {
                out.write(block);
            }
            recorder.closeStream(stream);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Duration read(Path file, Consumer<RecordedEvent> taker) throws IOException {
        if (Files.size(file) == 0) {
            return Duration.ZERO;
        }
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                first = event.getEndTime().isBefore(first) ? event.getEndTime() : first;
                last = event.getEndTime().isAfter(last) ? event.getEndTime() : last;
                taker.accept(event);
            }
        }
        return first.isAfter(last) ? Duration.ZERO : Duration.between(first, last);
    }

    @Override
    public void close() {
        try {
            within(this::closeIfOpen);
        } catch (IOException | RuntimeException gone) {
            LOG.warn("The recording on the target did not close; it ends by itself.", gone);
        }
    }

    private void closeIfOpen() {
        try {
            recorder.closeRecording(id);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (IllegalArgumentException sweptAway) {
            LOG.debug("The recording is closed already", sweptAway);
        }
    }

    /** The other side may hang. */
    private static void within(Runnable deed) throws IOException {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("jfr-fetch").start(() -> {
            try {
                deed.run();
                done.complete(null);
            } catch (RuntimeException broken) {
                done.completeExceptionally(broken);
            }
        });
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Its fetching was given up", stop);
        } catch (TimeoutException late) {
            throw new IOException("The JVM did not hand it over within " + PATIENCE.toSeconds() + " s", late);
        } catch (ExecutionException broken) {
            throw new IOException("The JVM did not hand it over: " + broken.getCause(), broken);
        }
    }
}
