package dev.perfloop.check;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class TryRequestsWorker {
    record In(String checkId) {}

    private final Steps steps;
    private final TargetChecks checks;
    private final RequestAnswers requests;

    TryRequestsWorker(Steps steps, TargetChecks checks, RequestAnswers requests) {
        this.steps = steps;
        this.checks = checks;
        this.requests = requests;
    }

    @JobWorker(type = JobTypes.TRY_REQUESTS, autoComplete = false)
    public void tryRequests(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            checks.check(in.checkId(), Part.REQUESTS, requests);
            return Outcome.done();
        });
    }
}
