package dev.perfloop.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * What has been started so far, ended in order: those that use others first. A Ctrl-C ends it, too, at any moment of
 * the start.
 */
final class StackParts implements AutoCloseable {
    /** Closed in this order; parts of one turn together. */
    enum Turn {
        APPLICATION,
        CHILD,
        DATABASE,
        LOCK
    }

    private final StackListener listener;
    private final Map<Turn, List<AutoCloseable>> parts = new EnumMap<>(Turn.class);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread shutdownHook = Thread.ofPlatform().name("stop").unstarted(this::end);
    private boolean closing;

    StackParts(StackListener listener) {
        this.listener = listener;
    }

    StackParts endWithJvm() {
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        return this;
    }

    <T extends AutoCloseable> T add(T part, Turn turn) {
        synchronized (this) {
            if (!closing) {
                parts.computeIfAbsent(turn, key -> new ArrayList<>()).add(part);
                return part;
            }
        }
        close(part);
        throw new StackTrouble("The stack is being stopped", "Start again");
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the JVM is going down already
        }
    }

    private void end() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        for (Turn turn : Turn.values()) {
            List<Thread> threads = parts.getOrDefault(turn, List.of()).stream()
                    .map(part -> Thread.ofVirtual().start(() -> close(part)))
                    .toList();
            threads.forEach(StackParts::join);
        }
        closed.countDown();
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            listener.note("Not ended in order: " + e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
