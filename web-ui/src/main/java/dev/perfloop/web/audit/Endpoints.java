package dev.perfloop.web.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The API's addresses as its controllers write them, so that what differs in ids alone is one action, refused or not. */
@Component
class Endpoints {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** Late: the filters are made before the controllers are known. */
    Endpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** What matches nothing keeps its path. */
    Endpoint of(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return patterns(method).stream()
                .filter(pattern -> pattern.matches(parsed))
                .min(Comparator.naturalOrder())
                .map(pattern -> new Endpoint(pattern.getPatternString(), variables(pattern, parsed)))
                .orElseGet(() -> new Endpoint(path, Map.of()));
    }

    private List<PathPattern> patterns(String method) {
        return mappings.getObject().getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.resolve(method)))
                .flatMap(info -> Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns().stream())
                .toList();
    }

    private static Map<String, String> variables(PathPattern pattern, PathContainer path) {
        var found = pattern.matchAndExtract(path);
        return found == null ? Map.of() : found.getUriVariables();
    }

    record Endpoint(String template, Map<String, String> variables) {}
}
