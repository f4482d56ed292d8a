package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class LiftGuardsWorker {
    record In(RunId runId, String takeBackId) {}

    private final Steps steps;
    private final RegressionGuards guards;

    LiftGuardsWorker(Steps steps, RegressionGuards guards) {
        this.steps = steps;
        this.guards = guards;
    }

    @JobWorker(type = JobTypes.LIFT_GUARDS, autoComplete = false)
    public void liftGuards(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            step.progress(100, guards.liftWith(in.takeBackId()));
            return Outcome.done();
        });
    }
}
