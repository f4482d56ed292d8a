package dev.perfloop.analysis.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the output of {@code EXPLAIN (VERBOSE, FORMAT JSON)}. */
public final class PlanReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CONDITIONS =
            List.of("Filter", "Index Cond", "Recheck Cond", "Hash Cond", "Merge Cond", "Join Filter");

    private PlanReader() {}

    public static PlanNode read(String json) {
        try {
            return node(JSON.readTree(json).path(0).path("Plan"));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("Not a plan in JSON", malformed);
        }
    }

    private static PlanNode node(JsonNode node) {
        List<PlanNode> children = new ArrayList<>();
        node.path("Plans").forEach(child -> children.add(node(child)));
        List<PlanNode.Labelled> conditions = new ArrayList<>();
        CONDITIONS.forEach(label -> {
            if (node.has(label)) {
                conditions.add(new PlanNode.Labelled(label, node.path(label).asText()));
            }
        });
        List<String> sortKey = new ArrayList<>();
        node.path("Sort Key").forEach(key -> sortKey.add(key.asText()));
        List<String> output = new ArrayList<>();
        node.path("Output").forEach(it -> output.add(it.asText()));
        node.path("Group Key").forEach(it -> output.add(it.asText()));
        return new PlanNode(
                node.path("Node Type").asText(),
                node.path("Parent Relationship").asText(""),
                text(node, "Schema"),
                text(node, "Relation Name"),
                text(node, "Alias"),
                text(node, "Index Name"),
                node.path("Join Type").asText(""),
                node.path("Startup Cost").asDouble(),
                node.path("Total Cost").asDouble(),
                node.path("Plan Rows").asDouble(),
                conditions,
                sortKey,
                actual(node),
                output,
                children);
    }

    private static PlanNode.@Nullable Actual actual(JsonNode node) {
        double loops = node.path("Actual Loops").asDouble();
        return loops == 0 ? null : new PlanNode.Actual(node.path("Actual Rows").asDouble(), loops);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }
}
