package dev.perfloop.local;

import dev.perfloop.local.child.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Starts a service again as soon as it has ended, as a container's supervisor does the first times. */
final class Restarted implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Service service;
    private volatile boolean closing;

    Restarted(Service service) {
        this.service = service;
    }

    void launch() {
        if (closing) {
            return;
        }
        try {
            service.launch().thenRunAsync(this::launch, later());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing = true;
        service.stop(Duration.ofSeconds(20));
    }
}
