package dev.perfloop.trend;

import java.time.Instant;

/** What a {@link ThresholdWatch} must remember from one value to the next; made to be kept in a row between two cycles. */
public sealed interface WatchState {
    /** Before the first value. */
    WatchState UNSEEN = new Calm(Instant.EPOCH);

    /** The time of the last value. */
    Instant seen();

    /** Within bounds. */
    record Calm(Instant seen) implements WatchState {}

    /** Out of bounds, not yet for long enough. */
    record Pending(Instant seen, Instant since, double worst) implements WatchState {}

    /** Breached. */
    record Open(Instant seen, Breach breach) implements WatchState {}

    /** Recovered, not yet for long enough. */
    record Clearing(Instant seen, Breach breach, Instant since) implements WatchState {}
}
