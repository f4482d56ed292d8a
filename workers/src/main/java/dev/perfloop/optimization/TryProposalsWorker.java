package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Findings;
import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Comparator;
import org.springframework.stereotype.Component;

@Component
public class TryProposalsWorker {
    record In(RunId runId) {}

    record Out(int proposableCount, Effort hardestEffort) {}

    private final Steps steps;
    private final Trials trials;
    private final Findings findings;

    TryProposalsWorker(Steps steps, Trials trials, Findings findings) {
        this.steps = steps;
        this.trials = trials;
        this.findings = findings;
    }

    @JobWorker(type = JobTypes.TRY_PROPOSALS, autoComplete = false)
    public void tryProposals(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            int tried = trials.attempt(in.runId());
            var proposable = findings.proposable(in.runId());
            step.progress(100, tried + " tried, " + proposable.size() + " changes to propose");
            return Outcome.done(new Out(
                    proposable.size(),
                    proposable.stream()
                            .map(Finding::effort)
                            .max(Comparator.naturalOrder())
                            .orElse(Effort.ARCHITECTURE)));
        });
    }
}
