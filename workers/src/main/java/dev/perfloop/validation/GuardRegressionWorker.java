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
    private final RegressionGuards guards;

    GuardRegressionWorker(Steps steps, RegressionGuards guards) {
        this.steps = steps;
        this.guards = guards;
    }

    @JobWorker(type = JobTypes.GUARD_REGRESSION, autoComplete = false)
    public void guardRegression(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            step.progress(100, guards.guard(in.runId()));
            return Outcome.done();
        });
    }
}
