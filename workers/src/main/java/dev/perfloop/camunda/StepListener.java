package dev.perfloop.camunda;

import org.jspecify.annotations.Nullable;

/** Hears of every step that belongs to a run. Calls come on the step's own thread. */
public interface StepListener {

    enum End {
        DONE,
        ERROR,
        RETRY,
        INCIDENT
    }

    void started(Step step);

    /** @param percent null where nobody knows */
    void progressed(Step step, @Nullable Integer percent, String message);

    void ended(Step step, End end, String message);
}
