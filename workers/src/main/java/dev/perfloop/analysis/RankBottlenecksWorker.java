package dev.perfloop.analysis;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class RankBottlenecksWorker {
    record In(RunId runId) {}

    record Out(int bottleneckCount) {}

    private final Steps steps;
    private final Bottlenecks bottlenecks;

    RankBottlenecksWorker(Steps steps, Bottlenecks bottlenecks) {
        this.steps = steps;
        this.bottlenecks = bottlenecks;
    }

    @JobWorker(type = JobTypes.RANK_BOTTLENECKS, autoComplete = false)
    public void rankBottlenecks(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var ranked = bottlenecks.rank(in.runId());
            step.progress(
                    100,
                    ranked.isEmpty()
                            ? "No bottleneck"
                            : "First: " + ranked.getFirst().summary());
            return Outcome.done(
                    new Out((int) ranked.stream().filter(Bottleneck::matters).count()));
        });
    }
}
