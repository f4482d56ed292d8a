package dev.perfloop.check;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class CheckServiceWorker {
    record In(String checkId) {}

    private final Steps steps;
    private final TargetChecks checks;
    private final ServiceAnswers service;

    CheckServiceWorker(Steps steps, TargetChecks checks, ServiceAnswers service) {
        this.steps = steps;
        this.checks = checks;
        this.service = service;
    }

    @JobWorker(type = JobTypes.CHECK_SERVICE, autoComplete = false)
    public void checkService(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            checks.check(in.checkId(), Part.SERVICE, service);
            return Outcome.done();
        });
    }
}
