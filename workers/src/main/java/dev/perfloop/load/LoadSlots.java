package dev.perfloop.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How many loads this process drives at once: one, as generators that share a machine disturb each other. */
@Component
class LoadSlots {
    private final Semaphore free;

    LoadSlots(LoadProperties properties) {
        free = new Semaphore(properties.atOnce(), true);
    }

    /** False when none became free in time. */
    boolean take(Duration atMost) throws InterruptedException {
        return free.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void give() {
        free.release();
    }
}
