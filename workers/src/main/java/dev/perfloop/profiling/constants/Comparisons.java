package dev.perfloop.profiling.constants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.constants.Comparison.Relation;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each parameter of a generic plan is compared with. The plan has resolved what the text only hints at: the search path,
 * views, sub-queries and aliases.
 */
record Comparisons(List<Relation> relations, List<Comparison> all) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is not a condition: lists of what a node gives, and of what it sorts by. */
    private static final List<String> NO_CONDITIONS = List.of("Output", "Sort Key", "Group Key", "Presorted Key");

    /** @param json of {@code EXPLAIN (VERBOSE, FORMAT JSON)} */
    static Comparisons of(String json) {
        try {
            var plan = JSON.readTree(json).path(0).path("Plan");
            Map<String, Relation> relations = new HashMap<>();
            collect(plan, relations);
            List<Comparison> found = new ArrayList<>();
            read(plan, relations, found);
            return new Comparisons(List.copyOf(relations.values()), List.copyOf(found));
        } catch (JsonProcessingException notAPlan) {
            throw new UncheckedIOException(notAPlan);
        }
    }

    /** Best with a column as it is. */
    Optional<Comparison> of(int parameter) {
        return all.stream()
                .filter(it -> it.parameter() == parameter)
                .min(Comparator.comparing((Comparison it) -> !it.isPlainColumn()));
    }

    /** Whether the other end of the range is a parameter too. */
    boolean isBounded(Comparison end) {
        return all.stream()
                .anyMatch(it -> it.parameter() != end.parameter()
                        && it.relation().equals(end.relation())
                        && it.expression().equals(end.expression())
                        && (it.kind() == Comparison.Kind.LOWER_END || it.kind() == Comparison.Kind.UPPER_END)
                        && it.kind() != end.kind());
    }

    /** How many other parameters before it are compared with the same, as in a list of values. */
    int place(Comparison one) {
        return (int) all.stream()
                .filter(it -> it.parameter() < one.parameter()
                        && it.relation().equals(one.relation())
                        && it.expression().equals(one.expression())
                        && it.kind() == one.kind())
                .map(Comparison::parameter)
                .distinct()
                .count();
    }

    private static void collect(JsonNode node, Map<String, Relation> relations) {
        if (node.hasNonNull("Relation Name") && node.hasNonNull("Schema")) {
            String name = node.path("Relation Name").asText();
            String alias = node.path("Alias").asText(name);
            relations.put(alias, new Relation(node.path("Schema").asText(), name, alias));
        }
        node.path("Plans").forEach(child -> collect(child, relations));
    }

    private static void read(JsonNode node, Map<String, Relation> relations, List<Comparison> found) {
        node.properties().stream()
                .filter(field -> !NO_CONDITIONS.contains(field.getKey()))
                .forEach(field -> {
                    if (field.getValue().isTextual()) {
                        found.addAll(
                                ConditionReader.comparisons(field.getValue().asText(), relations));
                    }
                });
        node.path("Plans").forEach(child -> read(child, relations, found));
    }
}
