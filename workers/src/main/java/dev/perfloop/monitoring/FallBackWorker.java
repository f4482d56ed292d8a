package dev.perfloop.monitoring;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class FallBackWorker {
    record In(String targetId) {}

    record Out(RestsOn restsOn) {}

    private final Steps steps;
    private final Looking looking;

    FallBackWorker(Steps steps, Looking looking) {
        this.steps = steps;
        this.looking = looking;
    }

    @JobWorker(type = JobTypes.MONITORING_FALL_BACK, autoComplete = false)
    public void fallBack(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> Outcome.done(new Out(looking.fallBack(in.targetId()))));
    }
}
