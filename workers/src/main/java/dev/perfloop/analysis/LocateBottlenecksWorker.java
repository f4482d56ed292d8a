package dev.perfloop.analysis;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
public class LocateBottlenecksWorker {
    record In(RunId runId) {}

    record Out(List<Layer> layers, boolean objectivesMet) {}

    private final Steps steps;
    private final Bottlenecks bottlenecks;

    LocateBottlenecksWorker(Steps steps, Bottlenecks bottlenecks) {
        this.steps = steps;
        this.bottlenecks = bottlenecks;
    }

    @JobWorker(type = JobTypes.LOCATE_BOTTLENECKS, autoComplete = false)
    public void locateBottlenecks(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var located = bottlenecks.locate(in.runId());
            step.progress(100, located.summary());
            return Outcome.done(new Out(located.layers(), located.objectivesMet()));
        });
    }
}
