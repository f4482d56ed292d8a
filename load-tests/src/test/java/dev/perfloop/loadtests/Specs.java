package dev.perfloop.loadtests;

import dev.perfloop.loadtests.LoadSpec.Feeder;
import dev.perfloop.loadtests.LoadSpec.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small specs to test with. */
final class Specs {
    private Specs() {}

    static Request get(String name, double weight, String path) {
        return new Request(name, weight, "GET", path, null, null, null);
    }

    static LoadSpec of(String baseUrl, Request... requests) {
        return spec(baseUrl, Map.of(), null, List.of(requests));
    }

    static LoadSpec fed(String name, Feeder feeder) {
        return fed(Map.of(name, feeder));
    }

    static LoadSpec fed(Map<String, Feeder> feeders) {
        return spec("http://localhost:1", feeders, null, List.of(get("r", 1, "/")));
    }

    static LoadSpec stress(double from, double to, int stepSeconds, int warmup, int duration) {
        return new LoadSpec(
                "http://localhost:1",
                "STRESS",
                0,
                warmup,
                duration,
                new LoadSpec.Stress(from, to, stepSeconds),
                List.of(get("r", 1, "/")),
                null,
                null,
                0,
                1,
                1,
                null,
                null);
    }

    static LoadSpec constant(double rate, int warmup, int duration) {
        return new LoadSpec(
                "http://localhost:1",
                "BASELINE",
                rate,
                warmup,
                duration,
                null,
                List.of(get("r", 1, "/")),
                null,
                null,
                0,
                1,
                1,
                null,
                null);
    }

    private static LoadSpec spec(
            String baseUrl, Map<String, Feeder> feeders, LoadSpec.@Nullable Stress stress, List<Request> requests) {
        return new LoadSpec(baseUrl, "BASELINE", 40, 2, 5, stress, requests, feeders, null, 0, 42, 1, null, null);
    }
}
