package dev.perfloop.monitoring;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class AnalysePerformanceWorker {
    record In(String targetId, RestsOn restsOn) {}

    record Out(String assessmentId) {}

    private final Steps steps;
    private final Assessing assessing;

    AnalysePerformanceWorker(Steps steps, Assessing assessing) {
        this.steps = steps;
        this.assessing = assessing;
    }

    @JobWorker(type = JobTypes.MONITORING_ANALYSE, autoComplete = false)
    public void analysePerformance(ActivatedJob job) {
        steps.run(
                job,
                In.class,
                (in, step) -> Outcome.done(
                        new Out(assessing.assess(in.targetId(), in.restsOn()).toString())));
    }
}
