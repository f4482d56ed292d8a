package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class GuardRegressionWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final Validation validation;

    GuardRegressionWorker(Steps steps, Validation validation) {
        this.steps = steps;
        this.validation = validation;
    }

    @JobWorker(type = JobTypes.GUARD_REGRESSION, autoComplete = false)
    public void guardRegression(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            int ceilings = validation.guardAgainstRegression(in.runId());
            step.progress(100, ceilings + " latency ceilings set from verified results");
            return Outcome.done();
        });
    }
}
