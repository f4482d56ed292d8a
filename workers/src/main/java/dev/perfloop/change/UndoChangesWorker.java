package dev.perfloop.change;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
public class UndoChangesWorker {
    record In(RunId runId) {}

    record Out(int takenBack) {}

    private final Steps steps;
    private final UndoChanges undoChanges;

    UndoChangesWorker(Steps steps, UndoChanges undoChanges) {
        this.steps = steps;
        this.undoChanges = undoChanges;
    }

    @JobWorker(type = JobTypes.UNDO_CHANGES, autoComplete = false)
    public void undoChanges(ActivatedJob job) {
        steps.run(
                job,
                In.class,
                (in, step) -> undoChanges.undo(in.runId(), Progress.of(step))
                        ? Outcome.done(new Out(undoChanges.takenBack(in.runId())))
                        : new Outcome.Retry("Called off before everything was taken back.", Duration.ZERO));
    }
}
