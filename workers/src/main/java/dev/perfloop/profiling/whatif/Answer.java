package dev.perfloop.profiling.whatif;

/** What came of asking. */
public sealed interface Answer<T> {
    record Told<T>(T answer) implements Answer<T> {}

    record Silent<T>(String why, String mend) implements Answer<T> {}
}
