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

    /** Gives the number of this delivery of the step's job, from 1: what an earlier one still says is not heard any more. */
    int started(Step step);

    /** @param percent null where nobody knows */
    void progressed(Step step, @Nullable Integer percent, String message);

    /** Called before the engine is told, and again when that call failed. */
    void ended(Step step, End end, String message);
}
