package dev.perfloop.change;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
public class TakeBackChangeWorker {
    record In(RunId runId, String takeBackId) {}

    record Out(TakeBackChange.End takeBackOutcome) {}

    private final Steps steps;
    private final TakeBackChange takeBackChange;

    TakeBackChangeWorker(Steps steps, TakeBackChange takeBackChange) {
        this.steps = steps;
        this.takeBackChange = takeBackChange;
    }

    @JobWorker(type = JobTypes.TAKE_BACK_CHANGE, autoComplete = false)
    public void takeBackChange(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var end = takeBackChange.takeBack(in.takeBackId(), Progress.of(step));
            return end == TakeBackChange.End.CALLED_OFF
                    ? new Outcome.Retry("Called off before it was taken back.", Duration.ZERO)
                    : Outcome.done(new Out(end));
        });
    }
}
