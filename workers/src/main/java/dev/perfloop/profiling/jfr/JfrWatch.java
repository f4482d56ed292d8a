package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.Collector.Watch;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.ProfilePart;
import dev.perfloop.target.JmxAccess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.PlatformManagedObject;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.management.MBeanServerConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recording of one JVM, from the first to the last sample. */
final class JfrWatch implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(JfrWatch.class);
    private static final int SAMPLES_A_LOOK = 5;

    /** Something is recorded every second. */
    private static final int UNCERTAIN_SECONDS = 5;

    private final JmxDoor door;
    private final Recording recording;
    private final Tally tally;
    private final ThreadLooks looks = new ThreadLooks();
    private final ThreadMXBean threads;
    private final String version;
    private final int cores;
    private final Consumer<ProfilePart> keep;
    private final Consumer<String> said;
    private final ExecutorService looking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("jvm-look").factory());
    private final long began;
    private int samples;
    private @Nullable Future<?> look;

    /**
     * @param name    of the recording; an earlier one of this name is swept away
     * @param longest the recording ends by itself after this
     * @param said    takes what was missed
     */
    JfrWatch(
            JmxAccess access,
            String name,
            Duration longest,
            Set<String> databases,
            Consumer<ProfilePart> keep,
            Consumer<String> said)
            throws NoJmx {
        this.keep = keep;
        this.said = said;
        this.door = JmxDoor.open(access);
        try {
            var beans = door.beans();
            var runtime = bean(beans, ManagementFactory.RUNTIME_MXBEAN_NAME, RuntimeMXBean.class);
            this.threads = bean(beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
            var properties = runtime.getSystemProperties();
            this.version =
                    properties.getOrDefault("java.vm.name", "JVM") + " " + properties.getOrDefault("java.version", "");
            this.cores = bean(beans, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class)
                    .getAvailableProcessors();
            this.tally = new Tally(new Codebase(properties.getOrDefault("sun.java.command", "")), databases);
            this.recording = Recording.start(beans, name, longest);
            this.began = System.nanoTime();
        } catch (IOException | RuntimeException refused) {
            door.close();
            throw new NoJmx(
                    "the JVM at " + access.address() + " cannot be recorded: " + refused.getMessage(),
                    "Its user needs readwrite in jmxremote.access, and the JVM a flight recorder (JDK 17 or newer, and a "
                            + "writable temporary directory).");
        }
    }

    private static <T extends PlatformManagedObject> T bean(MBeanServerConnection beans, String name, Class<T> type)
            throws IOException {
        return ManagementFactory.newPlatformMXBeanProxy(beans, name, type);
    }

    @Override
    public void sample(Instant at) {
        if (samples++ % SAMPLES_A_LOOK == 0 && (look == null || look.isDone())) {
            look = looking.submit(() -> {
                try {
                    looks.look(threads);
                } catch (RuntimeException away) {
                    LOG.debug("The JVM does not show its threads", away);
                }
            });
        }
    }

    @Override
    public void finish() {
        double seconds = Math.max(1, (System.nanoTime() - began) / 1e9);
        var covered = events();
        if (!tally.alive()) {
            unseen("the recording of the JVM brought no events");
        }
        double kept = covered.toMillis() / 1e3;
        boolean cut = kept + UNCERTAIN_SECONDS < seconds;
        if (cut) {
            said.accept(String.format(
                    Locale.ROOT,
                    "its recording has %.0f of %.0f seconds only, as it grew too large or the load lasted too long",
                    kept,
                    seconds));
        }
        keep.accept(tally.facts(cut ? kept : seconds, version, cores, looks.groups()));
        tally.flames().forEach(keep);
    }

    private Duration events() {
        try {
            return recording.events(tally::take);
        } catch (IOException gone) {
            LOG.warn("The recording of the JVM is lost", gone);
            return unseen("the recording of the JVM is lost: " + gone.getMessage());
        }
    }

    private Duration unseen(String why) {
        keep.accept(JvmFacts.unseen(why, "See the service's log; its JVM needs a writable temporary directory."));
        throw new IllegalStateException(why);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        recording.close();
        door.close();
    }
}
