package dev.perfloop.schedule;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class DecideDueTimeWorker {
    record In(String scheduleId, String nextDue) {}

    record Out(@Nullable RunId scheduledRun) {}

    private final Steps steps;
    private final DueTimes times;

    DecideDueTimeWorker(Steps steps, DueTimes times) {
        this.steps = steps;
        this.times = times;
    }

    @JobWorker(type = JobTypes.DECIDE_DUE_TIME, autoComplete = false)
    public void decideDueTime(ActivatedJob job) {
        steps.run(
                job,
                In.class,
                (in, step) -> Outcome.done(new Out(times.decide(in.scheduleId(), Instant.parse(in.nextDue()))
                        .orElse(null))));
    }
}
