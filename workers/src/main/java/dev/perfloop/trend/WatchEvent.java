package dev.perfloop.trend;

/** What a value changed. */
public sealed interface WatchEvent {
    /** Nothing. */
    record None() implements WatchEvent {}

    /** From now on the threshold is breached. */
    record Opened(Breach breach) implements WatchEvent {}

    /** No longer. */
    record Closed(Breach breach) implements WatchEvent {}
}
