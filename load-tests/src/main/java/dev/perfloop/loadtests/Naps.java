package dev.perfloop.loadtests;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Spares Gatling the waking of its actors' threads. Each request sends them four messages, for its log and its injector,
 * and to wake a thread that sleeps takes longer than to write the message. A nap in the threads' own queue gathers the
 * messages of a moment; it is not taken while anything else is queued. Nothing that is measured passes through there.
 */
final class Naps implements Runnable {
    /** Of all threads one looks what there is to do this often. */
    private static final Duration LOOK_EVERY = Duration.ofNanos(500_000);
    /** A task that is run again within this had no other before it in the queue. */
    private static final long AT_ONCE = 10_000;

    private final ExecutorService executor;
    private final long napNanos;
    private long queuedNanos;

    private Naps(ExecutorService executor, int threads) {
        this.executor = executor;
        napNanos = LOOK_EVERY.multipliedBy(threads).toNanos();
    }

    static void on(ExecutorService executor, int threads) {
        for (int i = 0; i < threads; i++) {
            new Naps(executor, threads).queue();
        }
    }

    @Override
    public void run() {
        if (System.nanoTime() - queuedNanos < AT_ONCE) {
            LockSupport.parkNanos(napNanos);
        }
        queue();
    }

    private void queue() {
        queuedNanos = System.nanoTime();
        try {
            executor.execute(this);
        } catch (RejectedExecutionException theTestIsOver) {
            // Nobody is left to nap for.
        }
    }
}
