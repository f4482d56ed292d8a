package dev.perfloop.monitoring;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class BackfillGapsWorker {
    record In(String targetId) {}

    private final Steps steps;
    private final Backfilling backfilling;

    BackfillGapsWorker(Steps steps, Backfilling backfilling) {
        this.steps = steps;
        this.backfilling = backfilling;
    }

    @JobWorker(type = JobTypes.MONITORING_BACKFILL, autoComplete = false)
    public void backfillGaps(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            backfilling.fill(in.targetId());
            return Outcome.done();
        });
    }
}
