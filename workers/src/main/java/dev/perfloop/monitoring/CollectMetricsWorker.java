package dev.perfloop.monitoring;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class CollectMetricsWorker {
    record In(String targetId) {}

    record Out(int gapsToFill, RestsOn restsOn) {}

    private final Steps steps;
    private final Looking looking;

    CollectMetricsWorker(Steps steps, Looking looking) {
        this.steps = steps;
        this.looking = looking;
    }

    @JobWorker(type = JobTypes.MONITORING_COLLECT, autoComplete = false)
    public void collectMetrics(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> switch (looking.look(in.targetId())) {
            case Looked.Fresh fresh -> Outcome.done(new Out(fresh.gapsToFill(), RestsOn.REAL_TIME));
            case Looked.Silent silent -> Outcome.error(ErrorCodes.COLLECTION_FAILED, silent.reason());
            case Looked.Unwanted unwanted -> Outcome.done(new Out(0, RestsOn.NOTHING));
        });
    }
}
