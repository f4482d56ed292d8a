package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class JudgeGuardsWorker {
    record In(RunId runId, String phase, int round) {}

    record Out(GuardResult gateResult, boolean moreRunsAllowed) {}

    private final Steps steps;
    private final RegressionGuards guards;

    JudgeGuardsWorker(Steps steps, RegressionGuards guards) {
        this.steps = steps;
        this.guards = guards;
    }

    @JobWorker(type = JobTypes.JUDGE_GUARDS, autoComplete = false)
    public void judgeGuards(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var judged = guards.judge(in.runId(), in.phase(), in.round());
            step.progress(
                    100, judged.verdict().result() + ": " + judged.verdict().reason());
            return Outcome.done(new Out(judged.verdict().result(), judged.worthAnotherRound()));
        });
    }
}
