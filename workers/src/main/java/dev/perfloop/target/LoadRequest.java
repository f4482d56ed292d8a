package dev.perfloop.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of request; {@code {name}} in path, body and headers is fed.
 *
 * @param weight share among the weights of all requests
 * @param path below the base URL, or a whole address at a host that the scenario lists
 * @param expect the HTTP status that counts as success; null for any 2xx
 */
public record LoadRequest(
        String name,
        double weight,
        String method,
        String path,
        @Nullable String body,
        Map<String, String> headers,
        @Nullable Integer expect) {}
