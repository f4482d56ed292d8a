package dev.perfloop.analysis;

import java.util.Map;

/**
 * The load a profile was taken under.
 *
 * @param requests by request name
 * @param driven   how many of each were sent over the whole profile, warm-up and repeated attempts included
 */
public record DrivenLoad(Latencies all, Map<String, Latencies> requests, Map<String, Long> driven) {

    /** Time users spent waiting for answers, in milliseconds. */
    public double requestMs() {
        return driven.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * meanMs(entry.getKey()))
                .sum();
    }

    public double meanMs(String request) {
        var latencies = requests.get(request);
        return latencies == null ? all.meanMs() : latencies.meanMs();
    }

    public long drivenTotal() {
        return driven.values().stream().mapToLong(Long::longValue).sum();
    }
}
