package dev.perfloop.monitoring.source;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Repository;

/** Asks a target's database how it is as a whole, through its guarded door, in one statement. */
@Repository
class DatabaseLookRepository {
    private static final String LOOK = """
            SELECT coalesce(extract(epoch FROM d.stats_reset)::text, '') AS epoch,
                   coalesce(extract(epoch FROM clock_timestamp() - d.stats_reset)::float8, 'NaN') AS age,
                   extract(epoch FROM clock_timestamp() - pg_postmaster_start_time())::float8 AS up,
                   d.xact_commit,
                   d.xact_rollback,
                   d.blks_hit,
                   d.blks_read,
                   d.temp_bytes,
                   d.deadlocks,
                   d.tup_inserted + d.tup_updated + d.tup_deleted AS written,
                   CASE WHEN pg_is_in_recovery() THEN 0
                        ELSE pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') END AS wal,
                   (SELECT sum(numbackends) FROM pg_stat_database) AS connections,
                   current_setting('max_connections')::int AS max_connections,
                   s.*,
                   CASE WHEN :size THEN pg_database_size(current_database()) END AS size
            FROM pg_stat_database d
            CROSS JOIN (
                SELECT count(*) FILTER (WHERE state = 'active') AS active,
                       count(*) FILTER (WHERE state = 'active' AND wait_event_type = 'Lock') AS lock_waits,
                       count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
                       coalesce(extract(epoch FROM clock_timestamp() - min(xact_start))::float8, 0) AS oldest
                FROM pg_stat_activity
                WHERE datname = current_database()
                  AND backend_type = 'client backend'
                  AND application_name <> 'perfloop'
            ) s
            WHERE d.datname = current_database()""";

    private final TargetDatabase.Door door;

    DatabaseLookRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** @param size whether to measure its size too, which reads the folder of its files */
    DatabaseLook look(Target target, boolean size) {
        return door.of(target)
                .read(jdbc -> jdbc.sql(LOOK)
                        .param("size", size)
                        .query((row, n) -> look(row))
                        .single());
    }

    private static DatabaseLook look(ResultSet row) throws SQLException {
        return new DatabaseLook(
                row.getString("epoch"),
                row.getDouble("age"),
                row.getDouble("up"),
                row.getDouble("xact_commit"),
                row.getDouble("xact_rollback"),
                row.getDouble("blks_hit"),
                row.getDouble("blks_read"),
                row.getDouble("temp_bytes"),
                row.getDouble("deadlocks"),
                row.getDouble("written"),
                row.getDouble("wal"),
                row.getDouble("connections"),
                row.getDouble("max_connections"),
                row.getDouble("active"),
                row.getDouble("lock_waits"),
                row.getDouble("idle_in_transaction"),
                row.getDouble("oldest"),
                row.getObject("size") == null ? null : Double.valueOf(row.getDouble("size")));
    }
}
