package dev.perfloop.target;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wants to hold under load.
 *
 * @param overall  over all requests together
 * @param requests by request name; a value given here wins over the overall one
 */
public record Objectives(Objective overall, Map<String, Objective> requests) {

    /**
     * Null where nothing is asked.
     *
     * @param errors     highest share of failed requests, 0 to 1
     * @param throughput lowest completed requests a second
     */
    public record Objective(
            @Nullable Duration p50,
            @Nullable Duration p95,
            @Nullable Duration p99,
            @Nullable Double errors,
            @Nullable Double throughput) {}
}
