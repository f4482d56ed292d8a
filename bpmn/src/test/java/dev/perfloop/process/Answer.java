package dev.perfloop.process;

import java.util.Map;

/** What a faked worker does with a job. */
sealed interface Answer {

    record Complete(Map<String, Object> variables) implements Answer {}

    record Throw(String errorCode) implements Answer {}

    /** Keeps the job, as a worker in the midst of its work does. */
    record Hold() implements Answer {}
}
