package dev.perfloop.camunda;

/** Hears of every step that belongs to a run. Calls come on the step's own thread. */
public interface StepListener {

    enum End {
        DONE,
        ERROR,
        RETRY,
        INCIDENT
    }

    void started(Step step);

    void progressed(Step step, int percent, String message);

    void ended(Step step, End end, String message);
}
