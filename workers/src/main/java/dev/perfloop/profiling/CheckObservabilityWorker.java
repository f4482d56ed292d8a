package dev.perfloop.profiling;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class CheckObservabilityWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final Observability observability;

    CheckObservabilityWorker(Steps steps, Observability observability) {
        this.steps = steps;
        this.observability = observability;
    }

    @JobWorker(type = JobTypes.CHECK_OBSERVABILITY, autoComplete = false)
    public void checkObservability(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            observability.check(in.runId());
            return Outcome.done();
        });
    }
}
