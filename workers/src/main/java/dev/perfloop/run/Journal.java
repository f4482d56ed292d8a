package dev.perfloop.run;

import dev.perfloop.camunda.Step;
import dev.perfloop.camunda.StepListener;
import dev.perfloop.contract.JobTypes;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes down what every step does, and announces it to whoever watches the run. */
@Service
public class Journal implements StepListener {
    private final JournalRepository journal;
    private final InstantSource clock;

    Journal(JournalRepository journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public int started(Step step) {
        int delivery = journal.start(step, clock.instant());
        journal.announceStep(step.jobKey(), clock.instant());
        return delivery;
    }

    @Override
    public void progressed(Step step, @Nullable Integer percent, String message) {
        journal.progress(step, percent == null ? null : Math.clamp(percent, 0, 100), message);
        journal.announceStep(step.jobKey(), clock.instant());
    }

    @Override
    public void ended(Step step, End end, String message) {
        journal.end(step, end, message, clock.instant());
        journal.announceStep(step.jobKey(), clock.instant());
    }

    /** Tells the watchers of a run something that is not a step; the payload is JSON. */
    public void announce(RunId run, String kind, String payloadJson) {
        journal.announce(run, kind, payloadJson, clock.instant());
    }

    /**
     * True while a step of that job type, run under that call activity, is at work; also while it waits to be tried again.
     */
    public boolean isAtWork(RunId run, String jobType, String callerElement) {
        return journal.isAtWork(run, jobType, callerElement);
    }

    /** Steps cut short by the end, as those in flight when a run is cancelled, are at work no longer. */
    void announceEnd(RunId run, RunOutcome outcome) {
        journal.closeOpenSteps(run, JobTypes.WRITE_SUMMARY, clock.instant());
        announce(run, "ENDED", "{\"outcome\": \"" + outcome + "\"}");
    }
}
