package dev.perfloop.local;

import java.time.Duration;

/** Told what the stack is doing; called from several threads. */
public interface StackListener {
    StackListener SILENT = new StackListener() {};

    default void began(String step) {}

    /** @param percent 0-100 of this step */
    default void progress(String step, int percent, String detail) {}

    default void finished(String step, Duration took) {}

    /** A fact worth a line of its own: a port replaced, a child started again. */
    default void note(String message) {}
}
