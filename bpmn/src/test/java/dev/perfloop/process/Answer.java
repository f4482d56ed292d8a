package dev.perfloop.process;

import dev.perfloop.contract.Variables;
import java.util.Map;

/** What a faked worker does with a job. */
sealed interface Answer {
    /** Of a load test. */
    Answer VALID_LOAD = new Complete(Map.of(Variables.LOAD_VALID, true, Variables.LOAD_ATTEMPT, 1));
    /** Of one that was repeated as often as may be. */
    Answer INVALID_LOAD = new Complete(Map.of(Variables.LOAD_VALID, false, Variables.LOAD_ATTEMPT, 3));

    record Complete(Map<String, Object> variables) implements Answer {}

    record Throw(String errorCode) implements Answer {}

    /** Keeps the job, as a worker in the midst of its work does. */
    record Hold() implements Answer {}
}
