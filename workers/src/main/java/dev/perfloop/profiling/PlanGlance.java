package dev.perfloop.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * How a statement would be run now.
 *
 * @param shape the plan's nodes with what they read, in one line: another plan has another one
 * @param cost  the planner's estimate, in its own unit
 */
public record PlanGlance(String shape, double cost) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 400;

    static PlanGlance of(String explained) {
        try {
            var plan = JSON.readTree(explained).path(0).path("Plan");
            String shape = shape(plan);
            return new PlanGlance(
                    shape.length() <= LONGEST ? shape : shape.substring(0, LONGEST - 1) + "…",
                    plan.path("Total Cost").asDouble());
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("EXPLAIN (FORMAT JSON) did not answer with JSON", notJson);
        }
    }

    private static String shape(JsonNode node) {
        List<String> below = new ArrayList<>();
        node.path("Plans").forEach(child -> below.add(shape(child)));
        String reads = node.path("Index Name").asText(node.path("Relation Name").asText(""));
        String own = node.path("Node Type").asText() + (reads.isEmpty() ? "" : " " + reads);
        return below.isEmpty() ? own : own + " (" + String.join(", ", below) + ")";
    }
}
