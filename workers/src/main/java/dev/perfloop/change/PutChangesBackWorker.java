package dev.perfloop.change;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class PutChangesBackWorker {
    record In(RunId runId, @Nullable String changeId) {}

    private final Steps steps;
    private final ToggleChanges toggle;

    PutChangesBackWorker(Steps steps, ToggleChanges toggle) {
        this.steps = steps;
        this.toggle = toggle;
    }

    @JobWorker(type = JobTypes.PUT_CHANGES_BACK, autoComplete = false)
    public void putChangesBack(ActivatedJob job) {
        steps.run(
                job,
                In.class,
                (in, step) -> toggle.putBack(in.runId(), in.changeId(), Progress.of(step))
                        ? Outcome.done()
                        : new Outcome.Retry("Called off before everything was put back.", Duration.ZERO));
    }
}
