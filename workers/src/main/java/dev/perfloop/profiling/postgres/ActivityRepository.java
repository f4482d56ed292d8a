package dev.perfloop.profiling.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the sessions of the target's database do at this moment, ours left out. */
public final class ActivityRepository {
    /**
     * @param waits      sessions at work by what they wait for ({@code type:event}); {@code CPU} when for nothing
     * @param statements sessions at work by the text of what they run; only where pg_stat_statements does not tell
     */
    public record Activity(Map<String, Long> waits, long idleInTransaction, Map<String, Long> statements) {
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
        return new Activity(waits, idle[0], statements());
    }

    private Map<String, Long> statements() {
        Map<String, Long> statements = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT query, count(*) AS sessions
                        FROM pg_stat_activity
                        WHERE datname = current_database()
                          AND backend_type = 'client backend'
                          AND state = 'active'
                          AND application_name <> 'perfloop'
                          AND query NOT IN ('', '<insufficient privilege>')
                          AND (current_setting('pg_stat_statements.max', true) IS NULL
                               OR NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'))
                        GROUP BY query""").query(row -> {
            statements.put(row.getString("query"), row.getLong("sessions"));
        });
        return statements;
    }
}
