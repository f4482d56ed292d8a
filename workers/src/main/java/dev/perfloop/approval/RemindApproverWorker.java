package dev.perfloop.approval;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class RemindApproverWorker {
    record In(RunId runId, String approvalId) {}

    private final Steps steps;
    private final Approvals approvals;

    RemindApproverWorker(Steps steps, Approvals approvals) {
        this.steps = steps;
        this.approvals = approvals;
    }

    @JobWorker(type = JobTypes.REMIND_APPROVER, autoComplete = false)
    public void remindApprover(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            approvals.remind(in.approvalId(), in.runId());
            return Outcome.done();
        });
    }
}
