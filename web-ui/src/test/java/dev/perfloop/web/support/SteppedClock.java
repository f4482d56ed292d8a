package dev.perfloop.web.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Moves a millisecond with every look, so that no two rows are of the same time, and further on demand. */
public final class SteppedClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));

    @Override
    public Instant instant() {
        return now.updateAndGet(then -> then.plusMillis(1));
    }

    public void advance(Duration duration) {
        now.updateAndGet(then -> then.plus(duration));
    }
}
