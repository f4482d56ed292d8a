package dev.perfloop.change;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class KeepChangesWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final Changes changes;

    KeepChangesWorker(Steps steps, Changes changes) {
        this.steps = steps;
        this.changes = changes;
    }

    @JobWorker(type = JobTypes.KEEP_CHANGES, autoComplete = false)
    public void keepChanges(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            changes.keep(in.runId());
            return Outcome.done();
        });
    }
}
