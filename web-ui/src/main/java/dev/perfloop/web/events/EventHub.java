package dev.perfloop.web.events;

import dev.perfloop.web.events.NotificationRepository.Listening;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hears of every event once and hands it to all watchers. A lost connection is opened again, and what was committed
 * meanwhile is caught up with by id.
 */
@Component
class EventHub implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventHub.class);
    /** Also how long a stop may take. */
    private static final Duration LISTEN = Duration.ofMillis(500);

    private static final int SILENT_ROUNDS = 30;
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final int PAGE = 1000;

    private final NotificationRepository notifications;
    private final RunEventRepository events;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final RecentIds delivered = new RecentIds();
    private volatile @Nullable CountDownLatch stopping;
    private volatile @Nullable Thread hearing;

    EventHub(NotificationRepository notifications, RunEventRepository events) {
        this.notifications = notifications;
        this.events = events;
    }

    void join(Watcher watcher) {
        watchers.add(watcher);
        watcher.whenGone(() -> watchers.remove(watcher));
    }

    int watching() {
        return watchers.size();
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        hearing = Thread.ofPlatform().name("run-events").daemon().start(() -> hear(stop));
    }

    private void hear(CountDownLatch stop) {
        boolean first = true;
        while (stop.getCount() > 0) {
            try (Listening listening = notifications.listen()) {
                if (first) {
                    delivered.startAfter(events.latest());
                    first = false;
                } else {
                    log.info("action=listen result=reconnected");
                    catchUp();
                }
                hear(listening, stop);
            } catch (DataAccessException lost) {
                log.warn("action=listen result=lost why=\"{}\"", lost.getMessage());
                await(stop, RECONNECT);
            } catch (RuntimeException bug) {
                log.error("action=listen result=broken", bug);
                await(stop, RECONNECT);
            }
        }
    }

    private void hear(Listening listening, CountDownLatch stop) {
        int silent = 0;
        while (stop.getCount() > 0) {
            List<Long> ids = listening.await(LISTEN);
            silent = ids.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT_ROUNDS) {
                listening.proveAlive();
                silent = 0;
            }
            if (watchers.isEmpty()) {
                ids.forEach(delivered::add);
            } else if (!ids.isEmpty()) {
                deliver(events.withIds(ids));
            }
        }
    }

    private void catchUp() {
        long from = delivered.safeStart();
        List<RunEvent> page;
        do {
            page = events.after(from, null, PAGE);
            deliver(page);
            from = page.isEmpty() ? from : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private void deliver(List<RunEvent> news) {
        for (RunEvent event : news) {
            if (delivered.add(event.id())) {
                watchers.forEach(watcher -> watcher.offer(event));
            }
        }
    }

    private static void await(CountDownLatch stop, Duration atMost) {
        try {
            boolean stopped = stop.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("action=pause stopped={}", stopped);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Streams never end by themselves: they are closed before the server waits for requests to finish. */
    @Override
    public void stop() {
        CountDownLatch stop = stopping;
        if (stop != null) {
            stop.countDown();
        }
        stopping = null;
        watchers.forEach(Watcher::end);
        Thread thread = hearing;
        if (thread != null) {
            // The connection goes back before its pool closes.
            joined(thread);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join(LISTEN.multipliedBy(3));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }
}
