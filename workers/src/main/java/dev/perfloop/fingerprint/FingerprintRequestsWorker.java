package dev.perfloop.fingerprint;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class FingerprintRequestsWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final Fingerprinting fingerprinting;

    FingerprintRequestsWorker(Steps steps, Fingerprinting fingerprinting) {
        this.steps = steps;
        this.fingerprinting = fingerprinting;
    }

    @JobWorker(type = JobTypes.FINGERPRINT_REQUESTS, autoComplete = false)
    public void fingerprintRequests(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            fingerprinting.take(in.runId(), step);
            return Outcome.done();
        });
    }
}
