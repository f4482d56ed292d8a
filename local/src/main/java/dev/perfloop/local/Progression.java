package dev.perfloop.local;

import java.io.IOException;
import java.time.Duration;

/** Tells the listener how long a step takes. */
record Progression(StackListener listener) {

    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T step(String name, Work<T> work) throws IOException, InterruptedException {
        listener.began(name);
        long start = System.nanoTime();
        T result = work.run();
        listener.finished(name, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }
}
