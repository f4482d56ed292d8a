package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the demo's time went, our own overhead apart from what loads the shop. */
final class DemoClock {
    private final long start = System.nanoTime();
    private final Map<String, Double> laps = new LinkedHashMap<>();
    private long lap = start;

    void lap(String name) {
        long now = System.nanoTime();
        laps.put(name, (now - lap) / 1e9);
        lap = now;
    }

    void print(JsonNode summary, PrintStream out) {
        double total = (System.nanoTime() - start) / 1e9;
        double load = 0;
        for (JsonNode timing : summary.path("timings")) {
            if (timing.path("step").asText().contains("/Task_Run")) {
                load += timing.path("seconds").asDouble();
            }
        }
        double data = laps.getOrDefault("Demo shop and its data", 0.0);
        out.println("\nThe whole demo");
        laps.forEach((name, seconds) -> out.printf(Locale.ROOT, "  %7.1f s  %s%n", seconds, name));
        out.printf(
                Locale.ROOT,
                "  %7.1f s  in all: %.1f s load tests, %.1f s shop and data, %.1f s everything else%n",
                total,
                load,
                data,
                total - load - data);
    }
}
