package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class FindRootCausesWorker {
    record In(RunId runId) {}

    record Out(int findingCount, int proposableCount, Effort hardestEffort) {}

    private final Steps steps;
    private final Findings findings;

    FindRootCausesWorker(Steps steps, Findings findings) {
        this.steps = steps;
        this.findings = findings;
    }

    @JobWorker(type = JobTypes.FIND_ROOT_CAUSES, autoComplete = false)
    public void findRootCauses(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var ranked = findings.rank(in.runId());
            var proposable = findings.proposable(in.runId());
            step.progress(100, ranked.size() + " findings, " + proposable.size() + " with a change to propose");
            return Outcome.done(new Out(ranked.size(), proposable.size(), RootCauses.hardest(proposable)));
        });
    }
}
