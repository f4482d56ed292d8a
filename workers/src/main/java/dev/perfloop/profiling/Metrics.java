package dev.perfloop.profiling;

/** Names of the sampled series, the unit last. */
public final class Metrics {
    /** Of one process of the service, of all the CPUs it may use, 0 to 1. */
    public static final String PROCESS_CPU_SHARE = "process_cpu_share";
    /** Of the host the service runs on, 0 to 1. */
    public static final String SYSTEM_CPU_SHARE = "system_cpu_share";

    public static final String CPU_COUNT = "cpu_count";
    public static final String HEAP_USED_BYTES = "heap_used_bytes";
    public static final String HEAP_MAX_BYTES = "heap_max_bytes";
    public static final String POOL_ACTIVE_CONNECTIONS = "pool_active_connections";
    public static final String POOL_PENDING_THREADS = "pool_pending_threads";
    public static final String POOL_MAX_CONNECTIONS = "pool_max_connections";
    /** Time threads waited for a connection since the service started, in seconds; a counter. */
    public static final String POOL_WAIT_SECONDS_TOTAL = "pool_wait_seconds_total";

    public static final String GC_PAUSE_SECONDS_TOTAL = "gc_pause_seconds_total";
    public static final String SERVED_REQUESTS_TOTAL = "served_requests_total";
    /** Sessions at work in the database, ours left out. */
    public static final String ACTIVE_SESSIONS = "active_sessions";
    /** Of those, the ones that wait for nothing: they use a CPU or would. */
    public static final String RUNNING_SESSIONS = "running_sessions";

    public static final String LOCK_WAITING_SESSIONS = "lock_waiting_sessions";
    public static final String IDLE_IN_TRANSACTION_SESSIONS = "idle_in_transaction_sessions";

    private Metrics() {}
}
