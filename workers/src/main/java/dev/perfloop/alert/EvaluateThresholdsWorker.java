package dev.perfloop.alert;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
public class EvaluateThresholdsWorker {
    record In(UUID assessmentId) {}

    private final Steps steps;
    private final Evaluating evaluating;

    EvaluateThresholdsWorker(Steps steps, Evaluating evaluating) {
        this.steps = steps;
        this.evaluating = evaluating;
    }

    @JobWorker(type = JobTypes.MONITORING_EVALUATE, autoComplete = false)
    public void evaluateThresholds(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            evaluating.evaluate(in.assessmentId());
            return Outcome.done();
        });
    }
}
