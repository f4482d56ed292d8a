package dev.perfloop.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the load scenario of a target file. */
final class ScenarioReader {
    private static final int MOST_INJECTORS = 32;
    private static final int MOST_ROUNDS = 128;
    private static final double DEFAULT_ARRIVAL_RATE = 10;
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Placeholders placeholders;

    ScenarioReader(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    LoadScenario read(JsonNode load) {
        List<LoadRequest> requests = new ArrayList<>();
        load.path("requests").forEach(node -> requests.add(request(node)));
        if (requests.isEmpty()) {
            throw new TargetRefused(
                    "The target's load scenario has no requests.", "Add at least one under load.requests.");
        }
        Map<String, Feeder> feeders = new LinkedHashMap<>();
        load.path("feeders")
                .properties()
                .forEach(entry -> feeders.put(entry.getKey(), feeder(entry.getKey(), entry.getValue())));
        return new LoadScenario(
                arrivalRate(load, placeholders),
                load.hasNonNull("thinkTime")
                        ? Quantities.duration(load.path("thinkTime").asText())
                        : Duration.ZERO,
                load.hasNonNull("login") ? request(load.path("login")) : null,
                requests,
                feeders,
                Set.copyOf(TargetReader.texts(load.path("hosts"))),
                wholeNumber(load, "injectors", MOST_INJECTORS).orElse(1),
                wholeNumber(load, "rounds", MOST_ROUNDS).orElse(null));
    }

    /** The schema sets the same limits; a file kept before it did is refused here. */
    private static Optional<Integer> wholeNumber(JsonNode load, String field, int most) {
        JsonNode node = load.path(field);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        int number = node.asInt(0);
        if (number < 1 || number > most) {
            throw new TargetRefused(
                    "load." + field + " is " + node.asText() + ".",
                    "Give a whole number from 1 to " + most + ", and apply the file again.");
        }
        return Optional.of(number);
    }

    static double arrivalRate(JsonNode load, Placeholders placeholders) {
        return load.hasNonNull("arrivalRate")
                ? Quantities.rate(placeholders.resolve(load.path("arrivalRate").asText()))
                : DEFAULT_ARRIVAL_RATE;
    }

    private LoadRequest request(JsonNode node) {
        for (String method : METHODS) {
            if (node.hasNonNull(method)) {
                Map<String, String> headers = new LinkedHashMap<>();
                node.path("headers")
                        .properties()
                        .forEach(entry -> headers.put(
                                entry.getKey(),
                                placeholders.resolve(entry.getValue().asText())));
                return new LoadRequest(
                        node.path("name")
                                .asText(method + " " + node.path(method).asText()),
                        node.path("weight").asDouble(1),
                        method.toUpperCase(Locale.ROOT),
                        placeholders.resolve(node.path(method).asText()),
                        text(node, "body"),
                        headers,
                        node.hasNonNull("expect") ? node.path("expect").asInt() : null);
            }
        }
        throw new TargetRefused(
                "The request " + node.path("name").asText("without a name") + " has no method.",
                "Give it one of get, post, put, patch or delete with its path.");
    }

    private Feeder feeder(String name, JsonNode node) {
        var distribution = "zipf".equalsIgnoreCase(node.path("distribution").asText())
                ? Feeder.Distribution.ZIPF
                : Feeder.Distribution.UNIFORM;
        if (node.hasNonNull("sql")) {
            return new Feeder.Sql(node.path("sql").asText(), distribution);
        }
        if (node.has("values")) {
            return new Feeder.Values(TargetReader.texts(node.path("values")), distribution);
        }
        if (node.hasNonNull("range")) {
            return range(name, node.path("range").asText(), distribution);
        }
        if (node.hasNonNull("csv")) {
            return new Feeder.Csv(placeholders.resolve(node.path("csv").asText()), distribution);
        }
        if (node.hasNonNull("template")) {
            return new Feeder.Template(node.path("template").asText());
        }
        throw new TargetRefused(
                "The feeder " + name + " has no source.", "Give it one of sql, values, range, csv or template.");
    }

    private static Feeder range(String name, String text, Feeder.Distribution distribution) {
        String[] ends = text.split("\\.\\.");
        try {
            return new Feeder.Range(Long.parseLong(ends[0].strip()), Long.parseLong(ends[1].strip()), distribution);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notARange) {
            throw new TargetRefused("The feeder " + name + " has the range '" + text + "'.", "Write it like 0..99.");
        }
    }

    private @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? placeholders.resolve(node.path(field).asText()) : null;
    }
}
