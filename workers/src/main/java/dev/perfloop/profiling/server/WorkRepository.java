package dev.perfloop.profiling.server;

import dev.perfloop.profiling.ServerFacts.Checkpoints;
import dev.perfloop.profiling.ServerFacts.DatabaseWork;
import dev.perfloop.profiling.ServerFacts.IoWork;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the counters of the server since they were last reset; versions 14 to 18 keep them in different views. */
final class WorkRepository {
    private static final int IO_VIEW_SINCE = 160000;
    private static final int CHECKPOINTER_VIEW_SINCE = 170000;

    private final JdbcClient jdbc;

    WorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As in {@code server_version_num}. */
    int version() {
        return jdbc.sql("SELECT current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
    }

    DatabaseWork database() {
        return jdbc.sql("""
                        SELECT xact_commit, xact_rollback, blks_hit, blks_read, blk_read_time, blk_write_time,
                               temp_files, temp_bytes, deadlocks
                        FROM pg_stat_database
                        WHERE datname = current_database()""")
                .query((row, n) -> new DatabaseWork(
                        row.getLong("xact_commit"),
                        row.getLong("xact_rollback"),
                        row.getLong("blks_hit"),
                        row.getLong("blks_read"),
                        row.getDouble("blk_read_time"),
                        row.getDouble("blk_write_time"),
                        row.getLong("temp_files"),
                        row.getLong("temp_bytes"),
                        row.getLong("deadlocks")))
                .single();
    }

    Checkpoints checkpoints(int version) {
        return jdbc.sql(version >= CHECKPOINTER_VIEW_SINCE ? """
                        SELECT num_timed AS timed, num_requested AS requested, write_time, sync_time, buffers_written AS buffers,
                               (SELECT sum(writes) FROM pg_stat_io
                                WHERE backend_type = 'client backend' AND object = 'relation') AS backends
                        FROM pg_stat_checkpointer""" : """
                        SELECT checkpoints_timed AS timed, checkpoints_req AS requested, checkpoint_write_time AS write_time,
                               checkpoint_sync_time AS sync_time, buffers_checkpoint AS buffers, buffers_backend AS backends
                        FROM pg_stat_bgwriter""")
                .query((row, n) -> new Checkpoints(
                        row.getLong("timed"),
                        row.getLong("requested"),
                        row.getDouble("write_time"),
                        row.getDouble("sync_time"),
                        row.getLong("buffers"),
                        row.getLong("backends"),
                        0))
                .single();
    }

    /** Empty before version 16, which cannot tell. */
    List<IoWork> io(int version) {
        if (version < IO_VIEW_SINCE) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT backend_type, context, sum(reads) AS reads, sum(read_time) AS read_time, sum(writes) AS writes,
                               sum(write_time) AS write_time, sum(evictions) AS evictions
                        FROM pg_stat_io
                        WHERE object = 'relation'
                        GROUP BY backend_type, context
                        ORDER BY backend_type, context""")
                .query((row, n) -> new IoWork(
                        row.getString("backend_type"),
                        row.getString("context"),
                        row.getLong("reads"),
                        row.getDouble("read_time"),
                        row.getLong("writes"),
                        row.getDouble("write_time"),
                        row.getLong("evictions")))
                .list();
    }
}
