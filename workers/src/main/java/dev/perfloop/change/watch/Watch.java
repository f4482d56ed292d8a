package dev.perfloop.change.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at the service in a thread of its own until it is closed, or has seen it suffer. */
public final class Watch implements AutoCloseable {
    private final @Nullable Probe probe;
    private final Calm calm;
    private final boolean restarts;
    private final WatchProperties properties;
    private final Consumer<String> stop;
    private final Strain strain;
    private final Thread thread = Thread.ofVirtual().name("watch").unstarted(this::watch);
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean stopped;

    /**
     * @param probe    null when there is nothing to look at
     * @param restarts whether somebody may restart the service meanwhile, as a parameter for new sessions wants it
     */
    Watch(@Nullable Probe probe, Calm calm, boolean restarts, WatchProperties properties, Consumer<String> stop) {
        this.probe = probe;
        this.calm = calm;
        this.restarts = restarts;
        this.properties = properties;
        this.stop = stop;
        this.strain = new Strain(properties.inARow());
    }

    void begin() {
        if (probe != null) {
            thread.start();
        }
    }

    /** To be asked when the change is done: looks until the service answers well, or it was stopped for not doing so. */
    public boolean endsWell() throws InterruptedException {
        endThread();
        while (!stopped && isStrained()) {
            Thread.sleep(properties.pause());
        }
        return !stopped;
    }

    private void watch() {
        try {
            do {
                isStrained();
            } while (!stopped && !ending.await(properties.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStrained() throws InterruptedException {
        if (probe == null) {
            return false;
        }
        var complaint = calm.complaint(probe.look(), properties, restarts);
        strain.add(complaint).ifPresent(reason -> {
            stopped = true;
            stop.accept(reason);
        });
        return complaint.isPresent();
    }

    private void endThread() throws InterruptedException {
        if (probe != null) {
            // Not interrupted: it may be just about to stop the change.
            ending.countDown();
            thread.join();
        }
    }

    @Override
    public void close() throws InterruptedException {
        endThread();
        if (probe != null) {
            probe.close();
        }
    }
}
