package dev.perfloop.analysis;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class AnalyseDatabaseWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final Analysis analysis;

    AnalyseDatabaseWorker(Steps steps, Analysis analysis) {
        this.steps = steps;
        this.analysis = analysis;
    }

    @JobWorker(type = JobTypes.ANALYSE_DATABASE, autoComplete = false)
    public void analyseDatabase(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            step.progress(100, analysis.of(in.runId(), Layer.DATABASE).size() + " findings");
            return Outcome.done();
        });
    }
}
