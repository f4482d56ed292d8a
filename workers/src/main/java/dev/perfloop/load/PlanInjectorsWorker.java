package dev.perfloop.load;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** An execution listener: each load of the process then has one job for each injector. */
@Component
public class PlanInjectorsWorker {
    record In(RunId runId) {}

    record Out(List<Integer> injectors) {}

    private final Steps steps;
    private final Runs runs;

    PlanInjectorsWorker(Steps steps, Runs runs) {
        this.steps = steps;
        this.runs = runs;
    }

    @JobWorker(type = JobTypes.PLAN_INJECTORS, autoComplete = false)
    public void planInjectors(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            int injectors = runs.targetOf(in.runId()).load().injectors();
            return Outcome.done(
                    new Out(IntStream.rangeClosed(1, injectors).boxed().toList()));
        });
    }
}
