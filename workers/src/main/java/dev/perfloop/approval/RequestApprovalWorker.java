package dev.perfloop.approval;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An execution listener: the user task opens once this is done, so whoever sees the task sees the request too. */
@Component
public class RequestApprovalWorker {
    record In(
            RunId runId,
            String approvalId,
            ApprovalKind approvalKind,
            @Nullable String approvalExpiry) {}

    private final Steps steps;
    private final Approvals approvals;

    RequestApprovalWorker(Steps steps, Approvals approvals) {
        this.steps = steps;
        this.approvals = approvals;
    }

    @JobWorker(type = JobTypes.REQUEST_APPROVAL, autoComplete = false)
    public void requestApproval(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            approvals.request(in.approvalId(), in.runId(), in.approvalKind(), in.approvalExpiry());
            return Outcome.done();
        });
    }
}
