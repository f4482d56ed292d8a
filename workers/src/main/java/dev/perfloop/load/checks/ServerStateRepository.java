package dev.perfloop.load.checks;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the target's PostgreSQL how it is, through the guarded door. */
@Repository
class ServerStateRepository {
    /** pg_stat_checkpointer took the counters over from pg_stat_bgwriter in PostgreSQL 17. */
    private static final int CHECKPOINTER = 170_000;

    private final TargetDatabase.Door door;

    ServerStateRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    DatabaseReading read(Target target) {
        return door.of(target).read(ServerStateRepository::read);
    }

    private static DatabaseReading read(JdbcClient jdbc) {
        int version = jdbc.sql("SELECT current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
        String counters = version >= CHECKPOINTER
                ? "SELECT num_requested AS requested, num_timed AS timed FROM pg_stat_checkpointer"
                : "SELECT checkpoints_req AS requested, checkpoints_timed AS timed FROM pg_stat_bgwriter";
        return jdbc.sql("""
                        WITH vacuums AS (
                            SELECT p.heap_blks_total,
                                   CASE WHEN p.datname = current_database() THEN p.relid::regclass::text
                                        ELSE 'a table of ' || p.datname END AS relation
                            FROM pg_stat_progress_vacuum p
                            JOIN pg_stat_activity a ON a.pid = p.pid
                            WHERE a.backend_type = 'autovacuum worker'
                        ), sessions AS (
                            SELECT state, wait_event_type
                            FROM pg_stat_activity
                            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND state = 'active'
                        )
                        SELECT pg_postmaster_start_time() AS started,
                               c.requested,
                               c.timed,
                               pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees_all,
                               (SELECT count(*) FROM vacuums) AS vacuum_workers,
                               current_setting('autovacuum_max_workers')::int AS max_vacuum_workers,
                               (SELECT relation
                                FROM vacuums
                                WHERE heap_blks_total > (
                                    SELECT setting::bigint / 4 FROM pg_settings WHERE name = 'shared_buffers')
                                ORDER BY heap_blks_total DESC
                                LIMIT 1) AS heavy_vacuum,
                               (SELECT sum(numbackends) FROM pg_stat_database) AS connections,
                               current_setting('max_connections')::int AS max_connections,
                               (SELECT count(*) FROM sessions WHERE wait_event_type IS NULL) AS running,
                               (SELECT count(*) FROM sessions WHERE wait_event_type = 'Lock') AS lock_waits,
                               (SELECT count(*) FROM sessions WHERE wait_event_type = 'IO') AS disk_waits,
                               CASE WHEN pg_is_in_recovery() THEN 0
                                    ELSE pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') END AS wal,
                               d.blks_read,
                               d.blks_hit,
                               d.tup_inserted + d.tup_updated + d.tup_deleted AS written
                        FROM (%s) c
                        CROSS JOIN pg_stat_database d
                        WHERE d.datname = current_database()""".formatted(counters))
                .query((row, n) -> new DatabaseReading(
                        row.getTimestamp("started").toInstant(),
                        row.getLong("requested"),
                        row.getLong("timed"),
                        row.getBoolean("sees_all"),
                        row.getInt("vacuum_workers"),
                        row.getInt("max_vacuum_workers"),
                        row.getString("heavy_vacuum") == null ? "" : row.getString("heavy_vacuum"),
                        row.getInt("connections"),
                        row.getInt("max_connections"),
                        row.getInt("running"),
                        row.getInt("lock_waits"),
                        row.getInt("disk_waits"),
                        new DatabaseWork(
                                row.getLong("wal"),
                                row.getLong("blks_read"),
                                row.getLong("blks_hit"),
                                row.getLong("written"))))
                .single();
    }
}
