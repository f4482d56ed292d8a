package dev.perfloop.optimization;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class DraftPlanWorker {
    /** @param tier T1 for a single bottleneck; the kind of fix tells the others apart */
    record In(RunId runId, @Nullable String tier, @Nullable String fix) {
        String planTier() {
            return "T1".equals(tier) ? "T1" : "COMPLEX".equals(fix) ? "T3" : "T2";
        }
    }

    record Out(List<String> changeIds) {}

    private final Steps steps;
    private final PlanDraft plan;

    DraftPlanWorker(Steps steps, PlanDraft plan) {
        this.steps = steps;
        this.plan = plan;
    }

    @JobWorker(type = JobTypes.DRAFT_PLAN, autoComplete = false)
    public void draftPlan(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> Outcome.done(new Out(plan.draft(in.runId(), in.planTier()))));
    }
}
