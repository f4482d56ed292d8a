package dev.perfloop.optimization;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.change.Progress;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class SetUpObservabilityWorker {
    record In(RunId runId, String wishId) {}

    private final Steps steps;
    private final ObservabilitySetup setup;

    SetUpObservabilityWorker(Steps steps, ObservabilitySetup setup) {
        this.steps = steps;
        this.setup = setup;
    }

    @JobWorker(type = JobTypes.SET_UP_OBSERVABILITY, autoComplete = false)
    public void setUpObservability(ActivatedJob job) {
        steps.run(
                job,
                In.class,
                (in, step) -> setup.fulfil(in.runId(), in.wishId(), Progress.of(step))
                        .<Outcome>map(pause -> new Outcome.Retry("Not all of it could be done yet.", pause))
                        .orElseGet(Outcome::done));
    }
}
