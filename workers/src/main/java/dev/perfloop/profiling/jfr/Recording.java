package dev.perfloop.profiling.jfr;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import jdk.jfr.consumer.RecordedEvent;
import jdk.management.jfr.FlightRecorderMXBean;
import jdk.management.jfr.RecordingInfo;
import jdk.management.jfr.RemoteRecordingStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A flight recording on another JVM, its events read as they come. Were we to vanish, it would end by itself: it has a
 * longest life and a largest size, and the next one of the same name sweeps it away.
 */
final class Recording implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final Duration LAST_EVENTS = Duration.ofSeconds(10);
    private static final String MOST_BYTES = String.valueOf(64 << 20);

    private final RemoteRecordingStream stream;

    private Recording(RemoteRecordingStream stream) {
        this.stream = stream;
    }

    /** @param longest after this it stops by itself */
    static Recording start(MBeanServerConnection beans, String name, Duration longest, Consumer<RecordedEvent> taker)
            throws IOException {
        var recorder = recorder(beans);
        for (var info : recorder.getRecordings()) {
            if (info.getName().equals(name)) {
                recorder.closeRecording(info.getId());
            }
        }
        Set<Long> before = ids(recorder);
        var stream = new RemoteRecordingStream(beans);
        try {
            stream.setSettings(EventChoice.SETTINGS);
            stream.setMaxSize(64 << 20);
            stream.setMaxAge(Duration.ofMinutes(2));
            for (long id : ids(recorder)) {
                if (!before.contains(id)) {
                    recorder.setRecordingOptions(
                            id,
                            Map.of(
                                    "name",
                                    name,
                                    "duration",
                                    longest.toSeconds() + " s",
                                    "maxSize",
                                    MOST_BYTES,
                                    "maxAge",
                                    "2 m"));
                }
            }
            stream.setReuse(false);
            stream.setOrdered(false);
            stream.onError(broken -> LOG.debug("An event could not be read", broken));
            stream.onEvent(taker);
            stream.startAsync();
            return new Recording(stream);
        } catch (RuntimeException failed) {
            stream.close();
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

    private static Set<Long> ids(FlightRecorderMXBean recorder) {
        return recorder.getRecordings().stream()
                .map(RecordingInfo::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Stops it and takes the events that are under way; false when they did not come in time. */
    boolean drain() {
        return within(stream::stop);
    }

    @Override
    public void close() {
        if (!within(stream::close)) {
            LOG.warn("The recording on the target did not close in time; it ends by itself.");
        }
    }

    /** The other side may hang. */
    private static boolean within(Runnable deed) {
        try {
            var done = new CompletableFuture<Void>();
            Thread.ofPlatform().daemon().name("jfr-stop").start(() -> {
                try {
                    deed.run();
                    done.complete(null);
                } catch (RuntimeException broken) {
                    done.completeExceptionally(broken);
                }
            });
            done.get(LAST_EVENTS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception late) {
            LOG.debug("The recording does not answer", late);
            return false;
        }
    }
}
