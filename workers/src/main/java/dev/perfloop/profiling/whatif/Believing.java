package dev.perfloop.profiling.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** What a plan in JSON tells of itself. */
record Believing(double cost, Set<String> indexes, Set<String> schemas) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Believing of(String json) {
        try {
            var plan = JSON.readTree(json).path(0).path("Plan");
            return new Believing(plan.path("Total Cost").asDouble(), all(plan, "Index Name"), all(plan, "Schema"));
        } catch (JsonProcessingException notAPlan) {
            throw new UncheckedIOException(notAPlan);
        }
    }

    private static Set<String> all(JsonNode plan, String field) {
        return new HashSet<>(plan.findValuesAsText(field));
    }
}
