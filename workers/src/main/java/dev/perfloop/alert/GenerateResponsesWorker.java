package dev.perfloop.alert;

import dev.perfloop.camunda.Messenger;
import dev.perfloop.camunda.Outcome;
import dev.perfloop.camunda.Steps;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Messages;
import dev.perfloop.contract.OutgoingMessages;
import dev.perfloop.run.RunRequests;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

@Component
public class GenerateResponsesWorker {
    record In(String targetId) {}

    private final Steps steps;
    private final Responding responding;
    private final RunRequests runs;
    private final Messenger messenger;

    GenerateResponsesWorker(Steps steps, Responding responding, RunRequests runs, Messenger messenger) {
        this.steps = steps;
        this.responding = responding;
        this.runs = runs;
        this.messenger = messenger;
    }

    @JobWorker(type = JobTypes.MONITORING_RESPOND, autoComplete = false)
    public void generateResponses(ActivatedJob job) {
        steps.run(job, In.class, (in, step) -> {
            for (var id : responding.respond(in.targetId())) {
                runs.waiting(id)
                        .ifPresent(run -> messenger.send(
                                Messages.OPTIMIZATION_REQUESTED,
                                run.target(),
                                run.runId().value(),
                                run));
            }
            for (var going : responding.takenBack(in.targetId())) {
                String id = going.takeBackId();
                messenger.send(Messages.TAKE_BACK_REQUESTED, id, id, going);
            }
            responding.eachAskedForScaling(
                    in.targetId(),
                    ask -> messenger.keep(OutgoingMessages.SCALING_ASKED, ask.target(), ask.messageId(), ask));
            return Outcome.done();
        });
    }
}
