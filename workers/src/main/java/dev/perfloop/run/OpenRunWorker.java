package dev.perfloop.run;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class OpenRunWorker {
    record In(
            @Nullable String target,
            @Nullable RunId runId,
            @Nullable Intensity intensity) {}

    record Out(
            RunId runId,
            String target,
            Intensity intensity,
            boolean stressWanted,
            boolean soakWanted,
            String reminderCycle,
            String approvalExpiry) {}

    private final Steps steps;
    private final OpenRun openRun;
    private final RunProperties properties;

    OpenRunWorker(Steps steps, OpenRun openRun, RunProperties properties) {
        this.steps = steps;
        this.openRun = openRun;
        this.properties = properties;
    }

    @JobWorker(type = JobTypes.OPEN_RUN, autoComplete = false)
    public void openRun(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var run = openRun.open(in.target(), in.runId(), in.intensity(), step.processInstanceKey());
            step.belongsTo(run.id().value());
            var intensity = run.intensity();
            return Outcome.done(new Out(
                    run.id(),
                    run.target(),
                    intensity,
                    intensity.wantsStress(),
                    intensity.wantsSoak(),
                    properties.reminderCycle(),
                    properties.approvalExpiry().toString()));
        });
    }
}
