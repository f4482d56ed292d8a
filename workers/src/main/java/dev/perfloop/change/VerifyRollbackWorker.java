package dev.perfloop.change;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class VerifyRollbackWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final VerifyRollback verifyRollback;

    VerifyRollbackWorker(Steps steps, VerifyRollback verifyRollback) {
        this.steps = steps;
        this.verifyRollback = verifyRollback;
    }

    @JobWorker(type = JobTypes.VERIFY_ROLLBACK, autoComplete = false)
    public void verifyRollback(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            step.progress(100, verifyRollback.verify(in.runId()));
            return Outcome.done();
        });
    }
}
