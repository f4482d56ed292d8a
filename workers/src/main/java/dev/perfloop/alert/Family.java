package dev.perfloop.alert;

import java.util.Arrays;
import java.util.List;

/** Metrics that tell of one cause: what of them is beyond a threshold on one target at one time is one alert. */
enum Family {
    REQUESTS("request", "probe"),
    POOL("pool"),
    MEMORY("heap", "jvm_heap", "gc", "jvm_gc", "host_memory", "host_swapped"),
    /** What was found of single statements; what is told of them all the time is the database's. */
    STATEMENTS(
            "statement_slower", "statement_calls_times", "statement_new", "statement_plan", "statement_without_index"),
    DATABASE(
            "statement",
            "connections",
            "active_sessions",
            "lock",
            "idle_in",
            "oldest_transaction",
            "rollback",
            "buffer_hit",
            "deadlocks",
            "temp_bytes",
            "transactions"),
    CPU("process_cpu", "system_cpu", "host_cpu", "jvm_cpu", "service_cpu", "database_cpu", "host_steal"),
    DISK("disk", "host_io", "database_size", "wal"),
    COLLECTION("collect", "collector"),
    OTHER();

    private final List<String> beginnings;

    Family(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    static Family of(String metric) {
        return Arrays.stream(values())
                .filter(family -> family.beginnings.stream().anyMatch(metric::startsWith))
                .findFirst()
                .orElse(OTHER);
    }
}
