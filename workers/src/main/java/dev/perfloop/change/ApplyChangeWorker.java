package dev.perfloop.change;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class ApplyChangeWorker {
    record In(RunId runId, String changeId) {}

    /** @param anythingApplied whether anything of the run's plan is on the target by now */
    record Out(boolean anythingApplied) {}

    private final Steps steps;
    private final ApplyChange applyChange;
    private final Changes changes;

    ApplyChangeWorker(Steps steps, ApplyChange applyChange, Changes changes) {
        this.steps = steps;
        this.applyChange = applyChange;
        this.changes = changes;
    }

    @JobWorker(type = JobTypes.APPLY_CHANGE, autoComplete = false)
    public void applyChange(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> switch (applyChange.apply(in.changeId(), Progress.of(step))) {
            case Applied.Done done -> {
                step.progress(100, done.how());
                yield Outcome.done(new Out(changes.isAnythingApplied(in.runId())));
            }
            case Applied.Failed failed -> Outcome.error(ErrorCodes.CHANGE_FAILED, failed.why());
            case Applied.Later later -> new Outcome.Retry(later.why(), later.pause());
        });
    }
}
