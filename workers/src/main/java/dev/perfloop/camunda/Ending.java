package dev.perfloop.camunda;

import dev.perfloop.camunda.StepListener.End;
import io.camunda.client.api.response.ActivatedJob;

/** How a step ends: in the journal's words, and as a command for the engine. */
record Ending(End end, String message, Command command) {
    @FunctionalInterface
    interface Command {
        /** False when the job is no longer ours to end. */
        boolean send(JobCommands commands, ActivatedJob job);
    }

    static Ending of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done ->
                new Ending(End.DONE, "", (commands, job) -> commands.complete(job, done.variables()));
            case Outcome.BpmnError error ->
                new Ending(End.ERROR, error.message(), (commands, job) -> commands.throwError(job, error));
            case Outcome.Retry retry ->
                new Ending(End.RETRY, retry.message(), (commands, job) -> commands.tryAgain(job, retry));
        };
    }

    static Ending of(FailureReaction reaction) {
        return new Ending(reaction.end(), reaction.message(), (commands, job) -> commands.fail(job, reaction));
    }
}
