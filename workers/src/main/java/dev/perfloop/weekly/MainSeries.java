package dev.perfloop.weekly;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The series of a target as a whole that a report looks at first, in the order in which it is read. */
enum MainSeries {
    P95("request_p95_ms", "Response time, 95th percentile", true),
    MEAN("request_mean_ms", "Response time, mean", true),
    RATE("requests_per_second", "Requests a second", null),
    ERRORS("request_error_share", "Share of failed requests", true),
    SERVICE_CPU("process_cpu_share", "CPU of the service", true),
    JVM_CPU("jvm_cpu_share", "CPU of the JVM", true),
    MACHINE_CPU("host_cpu_share", "CPU of the machine", true),
    HEAP("heap_used_bytes", "Heap in use", null),
    GC("gc_pause_share", "Time in garbage collection", true),
    POOL("pool_active_connections", "Connections of the pool in use", null),
    POOL_WAIT("pool_waiting_threads", "Threads waiting for a connection", true),
    TRANSACTIONS("transactions_per_second", "Transactions a second", null),
    HITS("buffer_hit_share", "Cache hit ratio of the database", false),
    CONNECTIONS("connections", "Connections to the database", null),
    CONNECTIONS_SHARE("connections_share", "Share of the possible connections", true),
    LOCKS("lock_waiting_sessions", "Sessions waiting for a lock", true),
    DISK_BUSY("disk_busy_share", "Time the busiest disk was at work", true),
    DISK_USED("disk_used_share", "Share of the database's disk in use", true),
    SIZE("database_size_bytes", "Size of the database", null);

    private final String metric;
    private final String title;
    private final @Nullable Boolean moreIsWorse;

    MainSeries(String metric, String title, @Nullable Boolean moreIsWorse) {
        this.metric = metric;
        this.title = title;
        this.moreIsWorse = moreIsWorse;
    }

    static List<String> metrics() {
        return Arrays.stream(values()).map(MainSeries::metric).toList();
    }

    String metric() {
        return metric;
    }

    String title() {
        return title;
    }

    /** Empty where neither side is better: more traffic is not worse. */
    Optional<Boolean> moreIsWorse() {
        return Optional.ofNullable(moreIsWorse);
    }
}
