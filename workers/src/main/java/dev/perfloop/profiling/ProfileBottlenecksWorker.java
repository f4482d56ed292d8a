package dev.perfloop.profiling;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class ProfileBottlenecksWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final PlanCapture plans;

    ProfileBottlenecksWorker(Steps steps, PlanCapture plans) {
        this.steps = steps;
        this.plans = plans;
    }

    @JobWorker(type = JobTypes.PROFILE_BOTTLENECKS, autoComplete = false)
    public void profileBottlenecks(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            plans.capture(in.runId(), step);
            return Outcome.done();
        });
    }
}
