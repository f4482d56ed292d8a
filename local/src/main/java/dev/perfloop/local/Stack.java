package dev.perfloop.local;

import dev.perfloop.local.child.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * Everything on one machine behind one start and one stop: PostgreSQL, the Camunda broker, Operate, and our application
 * in this very JVM. {@link #start} returns when the UI answers and the processes are deployed; Operate comes up behind
 * it. Ends with the JVM (Ctrl-C, SIGTERM) in order; when the JVM is killed, its children end by themselves.
 */
public final class Stack implements AutoCloseable {
    private final StackStart started;
    private final StackParts parts;

    private Stack(StackStart started, StackParts parts) {
        this.started = started;
        this.parts = parts;
    }

    /** @throws StackTrouble when something the user can mend is in the way; nothing is left running then */
    public static Stack start(StackOptions options, StackListener listener) throws IOException, InterruptedException {
        Home home = options.home();
        Files.createDirectories(home.logs());
        Files.createDirectories(home.archives());
        StackListener told = new StackLog(listener, home.logs().resolve("stack.log"), InstantSource.system());
        StackParts parts = new StackParts(told);
        try {
            DataLock lock = parts.add(DataLock.take(home.data()), StackParts.Turn.LOCK);
            parts.endWithJvm();
            StackStart start = StackStart.prepare(options, told, lock, parts);
            start.run();
            return new Stack(start, parts);
        } catch (IOException | InterruptedException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public StackUrls urls() {
        return started.urls();
    }

    /** Completes when Operate answers, with how long it took; at once and exceptionally when the stack has none. */
    public CompletableFuture<Duration> operateReady() {
        return started.operateReady().copy();
    }

    /** Starts the demo shop; its first start fills the database. Ready when its future says so. */
    public Supervised startShop() throws IOException {
        return started.startShop();
    }

    /** Blocks until the stack has ended, by {@link #close} or with the JVM. */
    public void awaitClosed() throws InterruptedException {
        parts.awaitClosed();
    }

    @Override
    public void close() {
        parts.close();
    }
}
