package dev.perfloop.load;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perfloop.load.gatling.LaunchSpec;
import java.util.List;

/**
 * The configuration kept with a result. No bodies, headers or paths: secrets may be in them.
 *
 * @param injectors how many generators drove it together
 * @param seed same seed, same requests in the same order: before and after of a run have the same
 */
record LoadConfig(@JsonUnwrapped LoadShape shape, String baseUrl, long seed, List<Mixed> requests, int injectors) {
    record Mixed(String name, String method, double weight) {}

    static LoadConfig of(LaunchSpec spec, LoadShape shape, int injectors) {
        return new LoadConfig(
                shape,
                spec.baseUrl(),
                spec.seed(),
                spec.requests().stream()
                        .map(request -> new Mixed(request.name(), request.method(), request.weight()))
                        .toList(),
                injectors);
    }
}
