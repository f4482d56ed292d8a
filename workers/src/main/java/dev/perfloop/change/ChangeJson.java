package dev.perfloop.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A change as the database keeps it: its record as JSON, with its kind. */
final class ChangeJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChangeJson() {}

    static String write(Change change) {
        try {
            return JSON.writerFor(Change.class).writeValueAsString(change);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    static Change read(String json) {
        try {
            return JSON.readValue(json, Change.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("Not a change of this version: " + json, foreign);
        }
    }
}
