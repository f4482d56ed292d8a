package dev.perfloop.validation;

import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
public class AttributeChangesWorker {
    record In(RunId runId) {}

    record Out(List<String> toTellApart) {}

    private final Steps steps;
    private final Attribution attribution;

    AttributeChangesWorker(Steps steps, Attribution attribution) {
        this.steps = steps;
        this.attribution = attribution;
    }

    @JobWorker(type = JobTypes.ATTRIBUTE_CHANGES, autoComplete = false)
    public void attributeChanges(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            var chosen = attribution.choose(in.runId());
            step.progress(100, chosen.size() + " changes are to be told apart");
            return Outcome.done(new Out(chosen));
        });
    }
}
