package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class CompareResultsWorker {
    record In(RunId runId, int round) {}

    record Out(
            Comparison.Verdict verdict,
            boolean objectivesMet,
            double gainSharePct,
            boolean moreRunsAllowed,
            boolean takeTurns) {}

    private final Steps steps;
    private final Validation validation;

    CompareResultsWorker(Steps steps, Validation validation) {
        this.steps = steps;
        this.validation = validation;
    }

    @JobWorker(type = JobTypes.COMPARE_RESULTS, autoComplete = false)
    public void compareResults(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var comparison = validation.compare(in.runId(), in.round());
            step.progress(100, comparison.verdict() + ": " + comparison.reason());
            return Outcome.done(new Out(
                    comparison.verdict(),
                    comparison.objectivesMet(),
                    comparison.gainSharePct(),
                    validation.allowsMoreRounds(in.runId(), in.round()),
                    validation.canTakeTurns(in.runId())));
        });
    }
}
