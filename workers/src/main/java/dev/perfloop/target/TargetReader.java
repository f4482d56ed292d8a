package dev.perfloop.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Reads a target file that the API has validated against {@code target.schema.json}; gives every field that was left out
 * its default and resolves the references to secrets.
 */
@Component
public class TargetReader {
    private static final Set<String> ALL_CHANGES = Set.of(
            "CREATE_INDEX",
            "DROP_INDEX",
            "SET_PARAMETER",
            "REFRESH_STATISTICS",
            "CREATE_EXTENSION",
            "CODE_ADVICE",
            "SET_APPLICATION_PROPERTY",
            "RESIZE_POOL",
            "ENABLE_CACHE",
            "SCALE_INSTANCES");
    private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(1);

    private final YAMLMapper yaml = new YAMLMapper();
    private final Placeholders placeholders;

    /** @param environment the workers' environment variables and settings, as Spring sees them */
    @Autowired
    TargetReader(Environment environment) {
        this(new Placeholders(environment::getProperty));
    }

    TargetReader(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    public Target read(String definition) {
        try {
            return target(yaml.readTree(definition));
        } catch (JsonProcessingException malformed) {
            throw new TargetRefused(
                    "The target's file is not YAML: " + malformed.getOriginalMessage() + ".",
                    "Apply a corrected file.");
        }
    }

    /** Whether what is sent as an address may hold what is not in the file, such as a secret. */
    public boolean addressesHoldReferences(String definition) {
        try {
            JsonNode load = yaml.readTree(definition).path("load");
            for (String unsent : List.of("headers", "body")) {
                load.findParents(unsent).forEach(request -> ((ObjectNode) request).remove(unsent));
            }
            return load.toString().contains("${");
        } catch (JsonProcessingException malformed) {
            return true;
        }
    }

    private Target target(JsonNode root) {
        return new Target(
                required(root, "name"),
                URI.create(required(root, "baseUrl")),
                new ScenarioReader(placeholders).read(root.path("load")),
                objectives(root.path("objectives")),
                database(root.path("database")),
                text(root.path("metrics"), "prometheus") instanceof String url ? URI.create(url) : null,
                metricsServer(root.path("metrics").path("server")),
                jmx(root.path("jmx")),
                guards(root.path("guards"), root.path("load")),
                new ApprovalRules(root.path("approval").path("fourEyes").asBoolean(false)),
                costs(root.path("costs")),
                HookReader.read(root.path("hooks"), placeholders));
    }

    private Costs costs(JsonNode node) {
        return new Costs(
                text(node, "currency"),
                number(node, "instances"),
                number(node, "instanceHour"),
                number(node, "storageGbMonth"),
                number(node, "engineerHour"),
                number(node, "engineerHours"));
    }

    private static @Nullable Double number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
    }

    private @Nullable MetricsServer metricsServer(JsonNode node) {
        return node.isObject()
                ? new MetricsServer(URI.create(required(node, "url")), required(node, "selector"))
                : null;
    }

    /** Its address, or an object of address, user and password. */
    private @Nullable JmxAccess jmx(JsonNode node) {
        if (!node.isObject()) {
            return node.isTextual() ? JmxAccess.open(placeholders.resolve(node.asText())) : null;
        }
        String user = text(node, "user");
        String password = text(node, "password");
        return new JmxAccess(required(node, "address"), user == null ? "" : user, password == null ? "" : password);
    }

    private DatabaseAccess database(JsonNode node) {
        String password = text(node, "password");
        return new DatabaseAccess(required(node, "url"), required(node, "user"), password == null ? "" : password);
    }

    private Objectives objectives(JsonNode node) {
        Map<String, Objectives.Objective> requests = new LinkedHashMap<>();
        node.path("requests").properties().forEach(entry -> requests.put(entry.getKey(), objective(entry.getValue())));
        return new Objectives(objective(node), requests);
    }

    private Objectives.Objective objective(JsonNode node) {
        return new Objectives.Objective(
                duration(node, "p50"),
                duration(node, "p95"),
                duration(node, "p99"),
                text(node, "errors") instanceof String share ? Quantities.share(share) : null,
                text(node, "throughput") instanceof String rate ? Quantities.rate(rate) : null);
    }

    private Guards guards(JsonNode node, JsonNode load) {
        var lockTimeout = duration(node, "lockTimeout");
        Set<String> allow = new TreeSet<>();
        node.path("allow").forEach(kind -> allow.add(kind.asText()));
        double ceiling = text(node, "maxRate") instanceof String rate
                ? Quantities.rate(rate)
                : 10 * ScenarioReader.arrivalRate(load, placeholders);
        return new Guards(
                text(node, "maxCpu") instanceof String share ? Quantities.share(share) : 0.8,
                texts(node.path("maintenance")).stream()
                        .map(MaintenanceWindow::of)
                        .toList(),
                text(node, "maxDisk") instanceof String share ? Quantities.share(share) : 0.9,
                lockTimeout == null || lockTimeout.compareTo(LONGEST_LOCK_WAIT) > 0 ? LONGEST_LOCK_WAIT : lockTimeout,
                ceiling,
                text(node, "maxIndexStorage") instanceof String share ? Quantities.share(share) : 0.5,
                node.path("analyse").asBoolean(false),
                node.path("copies").asBoolean(true),
                allow.isEmpty() ? ALL_CHANGES : allow);
    }

    private @Nullable Duration duration(JsonNode node, String field) {
        return text(node, field) instanceof String duration ? Quantities.duration(duration) : null;
    }

    private @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? placeholders.resolve(value.asText()) : null;
    }

    private String required(JsonNode node, String field) {
        String value = text(node, field);
        if (value == null) {
            throw new TargetRefused("The target's file has no " + field + ".", "Add it and apply the file again.");
        }
        return value;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
