package dev.perfloop.load.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of what was read around a load test.
 *
 * @param metric its name, the unit last; with {@code _total} at the end a counter
 */
public record Measured(Instant at, String metric, double value) {

    /** All that the readings tell, in their order. What a target does not tell is not there. */
    public static List<Measured> of(List<Reading> readings) {
        List<Measured> all = new ArrayList<>();
        for (Reading reading : readings) {
            reading.database().seen().ifPresent(seen -> add(all, reading.at(), seen));
            reading.service().seen().ifPresent(seen -> add(all, reading.at(), seen));
        }
        return all;
    }

    private static void add(List<Measured> all, Instant at, DatabaseReading seen) {
        add(all, at, "connections", (double) seen.connections());
        add(all, at, "max_connections", (double) seen.maxConnections());
        if (seen.seesAll()) {
            add(all, at, "running_sessions", (double) seen.running());
            add(all, at, "lock_waiting_sessions", (double) seen.waitingForLocks());
            add(all, at, "disk_waiting_sessions", (double) seen.waitingForDisk());
        }
        add(all, at, "wal_bytes_total", (double) seen.work().walBytes());
        add(all, at, "blocks_read_total", (double) seen.work().blocksRead());
        add(all, at, "blocks_hit_total", (double) seen.work().blocksHit());
        add(all, at, "rows_written_total", (double) seen.work().rowsWritten());
    }

    private static void add(List<Measured> all, Instant at, ServiceReading seen) {
        add(all, at, "process_cpu_share", seen.processCpu());
        add(all, at, "system_cpu_share", seen.machineCpu());
        add(all, at, "memory_bytes", seen.memoryBytes());
        add(all, at, "pool_active_connections", seen.poolActive());
        add(all, at, "pool_max_connections", seen.poolMax());
        add(all, at, "pool_pending_threads", seen.poolPending());
    }

    private static void add(List<Measured> all, Instant at, String metric, @Nullable Double value) {
        if (value != null) {
            all.add(new Measured(at, metric, value));
        }
    }
}
