package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class JudgeContributionWorker {
    record In(RunId runId, String changeId, int round) {}

    record Out(boolean contributes) {}

    private final Steps steps;
    private final FollowUp followUp;

    JudgeContributionWorker(Steps steps, FollowUp followUp) {
        this.steps = steps;
        this.followUp = followUp;
    }

    @JobWorker(type = JobTypes.JUDGE_CONTRIBUTION, autoComplete = false)
    public void judgeContribution(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var contribution = followUp.judgeContribution(in.runId(), in.changeId(), in.round());
            step.progress(100, contribution.why());
            return Outcome.done(new Out(contribution.contributes()));
        });
    }
}
