package dev.perfloop.profiling;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class CollectBaselineWorker {
    record In(RunId runId, @Nullable Integer profilingRound) {}

    record Out(boolean profileTaken) {}

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Steps steps;
    private final BaselineCollection baseline;

    CollectBaselineWorker(Steps steps, BaselineCollection baseline) {
        this.steps = steps;
        this.baseline = baseline;
    }

    @JobWorker(type = JobTypes.COLLECT_BASELINE, autoComplete = false)
    public void collectBaseline(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            int round = Objects.requireNonNullElse(in.profilingRound(), 1);
            return switch (baseline.collect(in.runId(), round, step)) {
                case TAKEN -> Outcome.done(new Out(true));
                case LOST -> Outcome.done(new Out(false));
                case NO_LOAD -> new Outcome.Retry("The profiling load does not run; waiting for it.", PAUSE);
            };
        });
    }
}
