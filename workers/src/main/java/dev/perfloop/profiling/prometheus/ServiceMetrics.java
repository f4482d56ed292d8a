package dev.perfloop.profiling.prometheus;

import static dev.perfloop.profiling.Metrics.CPU_COUNT;
import static dev.perfloop.profiling.Metrics.GC_PAUSE_SECONDS_TOTAL;
import static dev.perfloop.profiling.Metrics.HEAP_MAX_BYTES;
import static dev.perfloop.profiling.Metrics.HEAP_USED_BYTES;
import static dev.perfloop.profiling.Metrics.POOL_ACTIVE_CONNECTIONS;
import static dev.perfloop.profiling.Metrics.POOL_MAX_CONNECTIONS;
import static dev.perfloop.profiling.Metrics.POOL_PENDING_THREADS;
import static dev.perfloop.profiling.Metrics.POOL_WAIT_SECONDS_TOTAL;
import static dev.perfloop.profiling.Metrics.PROCESS_CPU_SHARE;
import static dev.perfloop.profiling.Metrics.SERVED_REQUESTS_TOTAL;
import static dev.perfloop.profiling.Metrics.SYSTEM_CPU_SHARE;

import dev.perfloop.target.PrometheusText.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Picks from a service's metrics, named as Micrometer names them, those we keep a series of. */
final class ServiceMetrics {
    private record Source(String metric, String label) {}

    private static final Map<String, Source> SOURCES = Map.ofEntries(
            Map.entry(PROCESS_CPU_SHARE, new Source("process_cpu_usage", "")),
            Map.entry(SYSTEM_CPU_SHARE, new Source("system_cpu_usage", "")),
            Map.entry(CPU_COUNT, new Source("system_cpu_count", "")),
            Map.entry(HEAP_USED_BYTES, new Source("jvm_memory_used_bytes", "area=\"heap\"")),
            Map.entry(HEAP_MAX_BYTES, new Source("jvm_memory_max_bytes", "area=\"heap\"")),
            Map.entry(POOL_ACTIVE_CONNECTIONS, new Source("hikaricp_connections_active", "")),
            Map.entry(POOL_PENDING_THREADS, new Source("hikaricp_connections_pending", "")),
            Map.entry(POOL_MAX_CONNECTIONS, new Source("hikaricp_connections_max", "")),
            Map.entry(POOL_WAIT_SECONDS_TOTAL, new Source("hikaricp_connections_acquire_seconds_sum", "")),
            Map.entry(GC_PAUSE_SECONDS_TOTAL, new Source("jvm_gc_pause_seconds_sum", "")),
            Map.entry(SERVED_REQUESTS_TOTAL, new Source("http_server_requests_seconds_count", "")));

    private static final Pattern PART_OF_FAMILY = Pattern.compile("_(sum|count)$");

    private ServiceMetrics() {}

    /** What to ask for: by the names of the values and of the families they belong to, as either is what a registry may go by. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (var source : SOURCES.values()) {
            names.add(source.metric());
            names.add(PART_OF_FAMILY.matcher(source.metric()).replaceFirst(""));
        }
        return names;
    }

    /** Our metric names with their values; a metric of several parts (pools, heap areas, routes) is summed. */
    static Map<String, Double> of(List<Measurement> measurements) {
        Map<String, Double> values = new LinkedHashMap<>();
        SOURCES.forEach((name, source) -> measurements.stream()
                .filter(it -> it.name().equals(source.metric()) && it.labels().contains(source.label()))
                // Micrometer says -1 or NaN where the platform does not tell.
                .filter(it -> it.value() >= 0 && Double.isFinite(it.value()))
                .mapToDouble(Measurement::value)
                .reduce(Double::sum)
                .ifPresent(sum -> values.put(name, sum)));
        return values;
    }
}
