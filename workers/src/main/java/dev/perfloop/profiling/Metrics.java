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

    /** Of the machine, waiting for the disk left out, 0 to 1; as the four that follow it is measured on the machine itself. */
    public static final String HOST_CPU_SHARE = "host_cpu_share";

    /** Time in which a CPU had nothing to do but wait for a disk. */
    public static final String HOST_IO_WAIT_SHARE = "host_io_wait_share";

    /** Time the hypervisor gave to others. */
    public static final String HOST_STEAL_SHARE = "host_steal_share";

    public static final String HOST_MEMORY_AVAILABLE_BYTES = "host_memory_available_bytes";
    public static final String HOST_SWAPPED_PAGES_PER_SECOND = "host_swapped_pages_per_second";
    /** Of the busiest disk, share of the time in which it had work, 0 to 1. */
    public static final String DISK_BUSY_SHARE = "disk_busy_share";
    /** Of that disk, time at work per read or write; waiting in its queue is not in it. */
    public static final String DISK_SERVICE_MS = "disk_service_ms";

    public static final String DISK_BYTES_PER_SECOND = "disk_bytes_per_second";
    public static final String NETWORK_BYTES_PER_SECOND = "network_bytes_per_second";
    public static final String NETWORK_ERRORS_PER_SECOND = "network_errors_per_second";
    /** CPUs that the service's process used. */
    public static final String SERVICE_CPU_CORES = "service_cpu_cores";

    public static final String DATABASE_CPU_CORES = "database_cpu_cores";

    private Metrics() {}
}
