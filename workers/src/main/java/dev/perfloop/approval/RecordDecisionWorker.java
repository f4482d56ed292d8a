package dev.perfloop.approval;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.change.Changes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordDecisionWorker {
    record In(
            RunId runId,
            String approvalId,
            @Nullable String decision,
            @Nullable String decisionComment,
            @Nullable String decidedBy,
            @Nullable String leaveOut,
            @Nullable String notBefore) {
        Answer answer() {
            return new Answer(decision, decisionComment, decidedBy, leaveOut, notBefore);
        }
    }

    record Out(
            boolean approved,
            @Nullable String applyFrom,
            @Nullable String refusal,
            boolean byHandWanted,
            boolean anythingApplied) {}

    private final Steps steps;
    private final Approvals approvals;
    private final Changes changes;

    RecordDecisionWorker(Steps steps, Approvals approvals, Changes changes) {
        this.steps = steps;
        this.approvals = approvals;
        this.changes = changes;
    }

    @JobWorker(type = JobTypes.RECORD_DECISION, autoComplete = false)
    public void recordDecision(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var recorded = approvals.record(in.approvalId(), in.runId(), in.answer());
            return Outcome.done(new Out(
                    recorded.approved(),
                    recorded.from() instanceof Instant opens ? opens.toString() : null,
                    recorded.why(),
                    changes.waitForPerson(in.runId()),
                    changes.isAnythingApplied(in.runId())));
        });
    }
}
