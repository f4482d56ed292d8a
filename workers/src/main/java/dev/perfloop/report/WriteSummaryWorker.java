package dev.perfloop.report;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** The start listener of every end event. */
@Component
public class WriteSummaryWorker {
    record In(RunId runId) {}

    private final Steps steps;
    private final Report report;

    WriteSummaryWorker(Steps steps, Report report) {
        this.steps = steps;
        this.report = report;
    }

    @JobWorker(type = JobTypes.WRITE_SUMMARY, autoComplete = false)
    public void writeSummary(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            report.close(in.runId(), EndEvents.outcomeOf(step.elementId()));
            return Outcome.done();
        });
    }
}
