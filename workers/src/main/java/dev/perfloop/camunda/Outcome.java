package dev.perfloop.camunda;

import java.time.Duration;

/** The three ways a step may end. */
public sealed interface Outcome {

    /** The step is done; the record's components become process variables. */
    record Done(Record variables) implements Outcome {}

    /** The diagram knows what to do next: the error boundary with this code. */
    record BpmnError(String code, String message, Record variables) implements Outcome {}

    /** Not now: try again after the back-off without using up a retry. */
    record Retry(String message, Duration backoff) implements Outcome {}

    /** Nothing to hand to the process. */
    record Nothing() {}

    static Outcome done() {
        return new Done(new Nothing());
    }

    static Outcome done(Record variables) {
        return new Done(variables);
    }

    static Outcome error(String code, String message) {
        return new BpmnError(code, message, new Nothing());
    }
}
