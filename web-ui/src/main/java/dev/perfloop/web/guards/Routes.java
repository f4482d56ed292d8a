package dev.perfloop.web.guards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How a target's requests are found among the metrics of a Spring Boot service: by method and path. */
final class Routes {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Pattern FED = Pattern.compile("\\{[^}]*}");
    private static final Pattern SPECIAL = Pattern.compile("[.+*?^$()\\[\\]|\\\\]");
    /** The service knows its own variables by other names than the target's file does. */
    private static final String ANY_VARIABLE = "\\{[^/]+\\}";

    private final Map<String, Route> routes;

    private Routes(Map<String, Route> routes) {
        this.routes = routes;
    }

    /** @param uri a regular expression of the path template, as {@code uri} of {@code http_server_requests} carries it */
    record Route(String method, String uri) {}

    static Routes of(String definition) {
        JsonNode target = new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(definition));
        Map<String, Route> routes = new LinkedHashMap<>();
        target.path("load")
                .path("requests")
                .forEach(request -> METHODS.stream()
                        .filter(request::hasNonNull)
                        .findFirst()
                        .ifPresent(method -> {
                            String path = request.path(method).asText();
                            routes.put(
                                    request.path("name").asText(method + " " + path),
                                    new Route(method.toUpperCase(Locale.ROOT), template(path)));
                        }));
        return new Routes(routes);
    }

    Optional<Route> route(String request) {
        return Optional.ofNullable(routes.get(request));
    }

    private static String template(String path) {
        String alone = path.replaceFirst("^https?://[^/?#]+", "").replaceFirst("[?#].*$", "");
        List<String> parts = new ArrayList<>();
        int from = 0;
        var fed = FED.matcher(alone);
        while (fed.find()) {
            parts.add(quoted(alone.substring(from, fed.start())));
            from = fed.end();
        }
        parts.add(quoted(alone.substring(from)));
        return String.join(ANY_VARIABLE, parts);
    }

    private static String quoted(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
