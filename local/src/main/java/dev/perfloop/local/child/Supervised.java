package dev.perfloop.local.child;

import dev.perfloop.local.StackListener;
import dev.perfloop.local.StackTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a service running until it is closed: a service that dies is started again after a pause, and said so. One
 * thread does all of it, so that a start and a stop never cross.
 */
public final class Supervised implements AutoCloseable {
    private static final Duration ASK_EVERY = Duration.ofMillis(100);

    private final Service service;
    private final StackListener listener;
    private final Duration stopWithin;
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
    private final CompletableFuture<String> closing = new CompletableFuture<>();
    private final Thread thread;

    public Supervised(Service service, StackListener listener, Duration stopWithin) {
        this.service = service;
        this.listener = listener;
        this.stopWithin = stopWithin;
        this.thread =
                Thread.ofPlatform().name("supervise " + service.name()).daemon().start(this::keepRunning);
    }

    public String name() {
        return service.name();
    }

    public boolean isReady() {
        return firstReady.isDone() && !firstReady.isCompletedExceptionally() && service.isReady();
    }

    /** Completes with how long it took, or exceptionally when the first start failed. */
    public CompletableFuture<Duration> firstReady() {
        return firstReady.copy();
    }

    private void keepRunning() {
        BackOff backOff = new BackOff();
        while (!isClosing()) {
            long start = System.nanoTime();
            String end = runOnce(start);
            if (isClosing()) {
                return;
            }
            if (!firstReady.isDone()) {
                firstReady.completeExceptionally(new StackTrouble(
                        service.name() + " did not start: " + end, "The log says why: .perfloop/logs"));
                return;
            }
            Duration pause = backOff.after(since(start));
            listener.note("%s ended (%s); starting it again in %d s".formatted(service.name(), end, pause.toSeconds()));
            waitClosing(pause);
        }
    }

    /** @return how the service ended */
    private String runOnce(long start) {
        try {
            CompletableFuture<String> ended = service.launch();
            boolean again = firstReady.isDone();
            while (!isClosing() && !ended.isDone() && !service.isReady()) {
                if (since(start).compareTo(service.patience()) > 0) {
                    service.stop(stopWithin);
                    return "not ready after %d s".formatted(service.patience().toSeconds());
                }
                waitClosing(ASK_EVERY);
            }
            if (!isClosing() && !ended.isDone()) {
                firstReady.complete(since(start));
                if (again) {
                    listener.note("%s is back after %.1f s"
                            .formatted(service.name(), since(start).toMillis() / 1e3));
                }
            }
            return awaitEnd(ended);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** An end that is itself an error counts as an end. */
    private String awaitEnd(CompletableFuture<String> ended) {
        return ended.exceptionally(String::valueOf)
                .applyToEither(closing, how -> how)
                .join();
    }

    private boolean isClosing() {
        return closing.isDone();
    }

    private void waitClosing(Duration atMost) {
        try {
            closing.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the pause is over
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.complete("interrupted");
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        closing.complete("closed");
        try {
            thread.join(service.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        service.stop(stopWithin);
        firstReady.completeExceptionally(new StackTrouble(service.name() + " was stopped", "Start again"));
    }
}
