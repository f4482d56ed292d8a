package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class JudgeRollbackWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final FollowUp followUp;

    JudgeRollbackWorker(Steps steps, FollowUp followUp) {
        this.steps = steps;
        this.followUp = followUp;
    }

    @JobWorker(type = JobTypes.JUDGE_ROLLBACK, autoComplete = false)
    public void judgeRollback(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            step.progress(100, followUp.judgeRollback(in.runId()).reason());
            return Outcome.done();
        });
    }
}
