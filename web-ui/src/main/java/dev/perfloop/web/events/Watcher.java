package dev.perfloop.web.events;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream: a bounded queue and a virtual thread that empties it. Whoever reads too slowly is dropped and comes
 * back with the last id it saw.
 */
final class Watcher {
    private static final int QUEUE = 512;
    private static final int PAGE = 500;
    private static final long RECONNECT_MILLIS = 2_000;

    private final @Nullable String runId;
    private final RunEventRepository events;
    private final Duration heartbeat;
    private final SseEmitter stream = new SseEmitter(0L);
    private final BlockingQueue<RunEvent> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicBoolean gone = new AtomicBoolean();
    private final RecentIds sent = new RecentIds();
    private volatile Runnable whenGone = () -> {};
    private volatile @Nullable Thread writer;

    /**
     * @param runId the run to watch; absent: all of them
     * @param heartbeat how long a stream may be silent before a comment shows that it lives
     */
    Watcher(@Nullable String runId, RunEventRepository events, Duration heartbeat) {
        this.runId = runId;
        this.events = events;
        this.heartbeat = heartbeat;
    }

    /** Joined to the hub first, so that nothing falls between what is read back and what is heard. */
    SseEmitter watch(EventHub hub, @Nullable Long lastSeen) {
        hub.join(this);
        stream.onCompletion(this::leave);
        stream.onError(broken -> leave());
        writer = Thread.ofVirtual().name("event-stream").start(() -> write(lastSeen));
        return stream;
    }

    void whenGone(Runnable then) {
        whenGone = then;
    }

    void offer(RunEvent event) {
        if ((runId == null || runId.equals(event.runId())) && !queue.offer(event)) {
            end();
        }
    }

    void end() {
        leave();
        stream.complete();
    }

    private void write(@Nullable Long lastSeen) {
        try {
            stream.send(SseEmitter.event().comment("watching").reconnectTime(RECONNECT_MILLIS));
            if (lastSeen != null) {
                resume(lastSeen);
            }
            while (!gone.get()) {
                RunEvent event = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null) {
                    stream.send(SseEmitter.event().comment("still here"));
                } else if (!sent.contains(event.id())) {
                    send(event);
                }
            }
        } catch (IOException | IllegalStateException left) {
            end();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // The database is away: the browser comes back, with the last id it saw.
            leave();
            stream.completeWithError(failed);
        }
    }

    private void resume(long lastSeen) throws IOException {
        long from = lastSeen;
        List<RunEvent> page;
        do {
            page = events.after(from, runId, PAGE);
            for (RunEvent event : page) {
                sent.add(event.id());
                send(event);
            }
            from = page.isEmpty() ? from : page.getLast().id();
        } while (page.size() == PAGE && !gone.get());
    }

    private void send(RunEvent event) throws IOException {
        stream.send(SseEmitter.event()
                .id(Long.toString(event.id()))
                .name(event.name())
                .data(event.data()));
    }

    private void leave() {
        if (gone.compareAndSet(false, true)) {
            whenGone.run();
            Thread writing = writer;
            if (writing != null && writing != Thread.currentThread()) {
                writing.interrupt();
            }
        }
    }
}
