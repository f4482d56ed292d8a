package dev.perfloop.profiling.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the sessions of the target's database do at this moment, ours left out. */
public final class ActivityRepository {
    /**
     * @param waits sessions at work by what they wait for ({@code type:event}); {@code CPU} when for nothing
     */
    public record Activity(Map<String, Long> waits, long idleInTransaction) {
        public long active() {
            return waits.values().stream().mapToLong(Long::longValue).sum();
        }

        public long running() {
            return waits.getOrDefault("CPU", 0L);
        }

        public long waitingForLocks() {
            return waits.entrySet().stream()
                    .filter(wait -> wait.getKey().startsWith("Lock:"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private final JdbcClient jdbc;

    public ActivityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Activity now() {
        Map<String, Long> waits = new LinkedHashMap<>();
        long[] idle = new long[1];
        jdbc.sql("""
                        SELECT CASE WHEN state <> 'active' THEN 'idle in transaction'
                                    ELSE coalesce(wait_event_type || ':' || wait_event, 'CPU') END AS doing,
                               count(*) AS sessions
                        FROM pg_stat_activity
                        WHERE datname = current_database()
                          AND backend_type IN ('client backend', 'parallel worker')
                          AND state IN ('active', 'idle in transaction', 'idle in transaction (aborted)')
                          AND application_name <> 'perfloop'
                        GROUP BY 1""").query(row -> {
            if (row.getString("doing").startsWith("idle")) {
                idle[0] = row.getLong("sessions");
            } else {
                waits.put(row.getString("doing"), row.getLong("sessions"));
            }
        });
        return new Activity(waits, idle[0]);
    }
}
