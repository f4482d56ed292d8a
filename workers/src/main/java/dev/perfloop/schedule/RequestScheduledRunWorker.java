package dev.perfloop.schedule;

import dev.perfloop.camunda.Messenger;
import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Messages;
import dev.perfloop.run.RunId;
import dev.perfloop.run.RunRequests;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class RequestScheduledRunWorker {
    record In(RunId scheduledRun) {}

    private final Steps steps;
    private final RunRequests runs;
    private final Messenger messenger;

    RequestScheduledRunWorker(Steps steps, RunRequests runs, Messenger messenger) {
        this.steps = steps;
        this.runs = runs;
        this.messenger = messenger;
    }

    /** A run that an instance has claimed is not asked for again. */
    @JobWorker(type = JobTypes.REQUEST_SCHEDULED_RUN, autoComplete = false)
    public void requestScheduledRun(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            runs.waiting(in.scheduledRun())
                    .ifPresent(run -> messenger.send(
                            Messages.OPTIMIZATION_REQUESTED,
                            run.target(),
                            run.runId().value(),
                            run));
            return Outcome.done();
        });
    }
}
