package dev.perfloop.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a run, also the id of the message that starts it. */
public record RunId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A run id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
