package dev.perfloop.profiling.constants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a plan says in words. */
public final class PlanTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanTexts() {}

    static List<String> of(String json) {
        List<String> texts = new ArrayList<>();
        collect(read(json), texts);
        return texts;
    }

    /** Whether both go the same way, whatever they expect to meet on it. */
    public static boolean areAlike(String onePlan, String otherPlan) {
        return way(read(onePlan)).equals(way(read(otherPlan)));
    }

    private static List<String> way(JsonNode plan) {
        List<String> way = new ArrayList<>();
        walk(plan.path(0).path("Plan"), 0, way);
        return way;
    }

    private static void walk(JsonNode node, int depth, List<String> way) {
        way.add(depth
                + node.path("Node Type").asText()
                + node.path("Alias").asText()
                + node.path("Index Name").asText());
        node.path("Plans").forEach(child -> walk(child, depth + 1, way));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notAPlan) {
            throw new UncheckedIOException(notAPlan);
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }
}
