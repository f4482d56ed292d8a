package dev.perfloop.schedule;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class PlanNextTimeWorker {
    record In(String scheduleId) {}

    record Out(boolean scheduleOver, @Nullable String nextDue) {}

    private final Steps steps;
    private final PlanTimes times;

    PlanNextTimeWorker(Steps steps, PlanTimes times) {
        this.steps = steps;
        this.times = times;
    }

    @JobWorker(type = JobTypes.PLAN_NEXT_TIME, autoComplete = false)
    public void planNextTime(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var next = times.plan(in.scheduleId(), step.processInstanceKey());
            return Outcome.done(
                    new Out(next.over(), next.due() == null ? null : next.due().toString()));
        });
    }
}
