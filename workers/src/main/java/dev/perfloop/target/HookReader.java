package dev.perfloop.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.target.Hooks.Call;
import dev.perfloop.target.Hooks.Command;
import dev.perfloop.target.Hooks.Header;
import dev.perfloop.target.Hooks.Http;
import dev.perfloop.target.Hooks.Place;
import dev.perfloop.target.Hooks.Setting;
import dev.perfloop.target.Hooks.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the hooks of a target's file. */
final class HookReader {
    private static final List<String> METHODS = List.of("post", "put", "patch");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final String BODY = "{\"name\": \"{name}\", \"value\": \"{value}\"}";

    private final Placeholders placeholders;
    private final JsonNode hooks;

    private HookReader(Placeholders placeholders, JsonNode hooks) {
        this.placeholders = placeholders;
        this.hooks = hooks;
    }

    static Hooks read(JsonNode hooks, Placeholders placeholders) {
        return hooks.isObject() ? new HookReader(placeholders, hooks).read() : Hooks.NONE;
    }

    private Hooks read() {
        return new Hooks(
                setting("setProperty"),
                setting("scale"),
                write(hooks.path("restart"), null),
                Set.copyOf(TargetReader.texts(hooks.path("hosts"))),
                hooks.path("poolProperty").asText(Hooks.HIKARI),
                said(hooks, "threadsProperty"),
                said(hooks.path("cache"), "property") instanceof String property
                        ? new Hooks.Switch(
                                property, hooks.path("cache").path("value").asText("true"))
                        : null);
    }

    private @Nullable Setting setting(String name) {
        JsonNode node = hooks.path(name);
        var write = write(node, BODY);
        return write == null
                ? null
                : new Setting(
                        write,
                        reading(node),
                        new Place(said(node, "pointer"), said(node, "pattern")),
                        node.path("restart").asBoolean(false),
                        duration(node, "within", WITHIN));
    }

    private @Nullable Call write(JsonNode node, @Nullable String usualBody) {
        if (node.path("command").isArray()) {
            return command(node, "command");
        }
        String body = said(node, "body");
        for (String method : METHODS) {
            if (node.path(method).isTextual()) {
                return http(method, node, body == null ? usualBody : body);
            }
        }
        return null;
    }

    private @Nullable Call reading(JsonNode node) {
        if (node.path("readCommand").isArray()) {
            return command(node, "readCommand");
        }
        return node.path("read").isTextual() ? http("read", node, null) : null;
    }

    private Http http(String field, JsonNode node, @Nullable String body) {
        List<Header> headers = new ArrayList<>();
        hooks.path("headers")
                .properties()
                .forEach(header -> headers.add(
                        new Header(header.getKey(), text(header.getValue().asText()))));
        return new Http(
                field.equals("read") ? "GET" : field.toUpperCase(Locale.ROOT),
                text(node.path(field).asText()),
                body == null ? null : text(body),
                headers,
                duration(node, "timeout", PATIENCE));
    }

    private Command command(JsonNode node, String field) {
        return new Command(
                TargetReader.texts(node.path(field)).stream().map(this::text).toList(),
                duration(node, "timeout", PATIENCE));
    }

    private Text text(String written) {
        return new Text(written, placeholders.resolve(written));
    }

    private static @Nullable String said(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    private static Duration duration(JsonNode node, String field, Duration usual) {
        return said(node, field) instanceof String duration ? Quantities.duration(duration) : usual;
    }
}
