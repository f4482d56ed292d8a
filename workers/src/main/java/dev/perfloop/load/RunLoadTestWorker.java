package dev.perfloop.load;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RunLoadTestWorker {
    record In(
            RunId runId,
            LoadPhase phase,
            @Nullable Integer round,
            @Nullable Integer loadAttempt,
            @Nullable Integer injector,
            @Nullable List<Integer> injectors) {}

    record Out(boolean loadValid, int loadAttempt, String loadTestId) {}

    private final Steps steps;
    private final LoadDriving driving;

    RunLoadTestWorker(Steps steps, LoadDriving driving) {
        this.steps = steps;
        this.driving = driving;
    }

    @JobWorker(type = JobTypes.RUN_LOAD_TEST, autoComplete = false)
    public void runLoadTest(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            int attempt = Objects.requireNonNullElse(in.loadAttempt(), 0) + 1;
            var order = new LoadOrder(
                    in.runId(),
                    in.phase(),
                    LoadProfile.valueOf(step.header(Variables.PROFILE)),
                    Objects.requireNonNullElse(in.round(), 1),
                    attempt,
                    step.jobKey(),
                    Objects.requireNonNullElse(in.injector(), 1),
                    in.injectors() == null ? 1 : in.injectors().size());
            return switch (driving.drive(order, new StepWatch(step))) {
                case Driven.NotNow later -> new Outcome.Retry(later.why(), Duration.ofSeconds(1));
                case Driven.GivenUp given -> Outcome.error(ErrorCodes.LOAD_INVALID, given.why());
                case Driven driven -> Outcome.done(new Out(driven.valid(), attempt, driven.loadTestId()));
            };
        });
    }
}
