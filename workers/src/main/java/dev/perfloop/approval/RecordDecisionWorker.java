package dev.perfloop.approval;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordDecisionWorker {
    record In(
            RunId runId,
            String approvalId,
            @Nullable String decision,
            @Nullable String decisionComment,
            @Nullable String decidedBy) {}

    record Out(boolean approved) {}

    private final Steps steps;
    private final Approvals approvals;

    RecordDecisionWorker(Steps steps, Approvals approvals) {
        this.steps = steps;
        this.approvals = approvals;
    }

    @JobWorker(type = JobTypes.RECORD_DECISION, autoComplete = false)
    public void recordDecision(ActivatedJob job) {
        steps.run(
                job,
                In.class,
                (in, step) -> Outcome.done(new Out(approvals.record(
                        in.approvalId(), in.runId(), in.decision(), in.decisionComment(), in.decidedBy()))));
    }
}
