package dev.perfloop.approval;

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
            @Nullable String refusal) {}

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
                (in, step) -> Outcome.done(
                        switch (approvals.record(in.approvalId(), in.runId(), in.answer())) {
                            case Recorded.Stands stands -> new Out(stands.approved(), iso(stands.from()), null);
                            case Recorded.AskedAgain again -> new Out(false, null, again.why());
                        }));
    }

    /** As the engine's timer reads it. */
    private static @Nullable String iso(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
