package dev.perfloop.load.checks;

import dev.perfloop.target.PrometheusText;
import dev.perfloop.target.PrometheusText.Measurement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a service's metrics say of it at one moment, named as Prometheus clients and Micrometer name them; null is what it
 * does not tell.
 *
 * @param started {@code process_start_time_seconds}
 * @param processCpu share of its machine's processors that the service uses, 0 to 1
 * @param machineCpu share that everybody there uses, 0 to 1
 * @param memoryBytes used heap, else the process's resident memory
 * @param poolActive connections of the pool in use, of at most {@code poolMax}
 * @param poolPending threads that wait for one
 */
public record ServiceReading(
        @Nullable Instant started,
        @Nullable Double processCpu,
        @Nullable Double machineCpu,
        @Nullable Double memoryBytes,
        @Nullable Double poolActive,
        @Nullable Double poolMax,
        @Nullable Double poolPending) {
    private static final String START = "process_start_time_seconds";
    private static final String PROCESS_CPU = "process_cpu_usage";
    private static final String MACHINE_CPU = "system_cpu_usage";
    private static final String HEAP = "jvm_memory_used_bytes";
    private static final String RESIDENT = "process_resident_memory_bytes";
    private static final String POOL_ACTIVE = "hikaricp_connections_active";
    private static final String POOL_MAX = "hikaricp_connections_max";
    private static final String POOL_PENDING = "hikaricp_connections_pending";

    /** What to ask a registry for that lets one choose. */
    static final Set<String> NAMES =
            Set.of(START, PROCESS_CPU, MACHINE_CPU, HEAP, RESIDENT, POOL_ACTIVE, POOL_MAX, POOL_PENDING);

    static ServiceReading of(String metrics) {
        List<Measurement> all = PrometheusText.parse(metrics);
        Double started = sum(all, START, "");
        Double heap = sum(all, HEAP, "area=\"heap\"");
        return new ServiceReading(
                started == null ? null : Instant.ofEpochMilli(Math.round(started * 1000)),
                sum(all, PROCESS_CPU, ""),
                sum(all, MACHINE_CPU, ""),
                heap == null ? sum(all, RESIDENT, "") : heap,
                sum(all, POOL_ACTIVE, ""),
                sum(all, POOL_MAX, ""),
                sum(all, POOL_PENDING, ""));
    }

    boolean saysAnything() {
        return started != null || processCpu != null || memoryBytes != null || poolActive != null;
    }

    private static @Nullable Double sum(List<Measurement> all, String name, String label) {
        // Micrometer says -1 or NaN where the platform does not tell.
        List<Double> values = all.stream()
                .filter(it -> it.name().equals(name) && it.labels().contains(label))
                .map(Measurement::value)
                .filter(value -> value >= 0 && Double.isFinite(value))
                .toList();
        return values.isEmpty() ? null : values.stream().mapToDouble(v -> v).sum();
    }
}
