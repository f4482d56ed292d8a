package dev.perfloop.profiling.postgres;

import java.util.List;

/**
 * The parameters that Perfloop sets itself, once approved: none takes a restart, can lose data, or fill a disk (as max_wal_size
 * can), and each is put back without a trace. What plans may do at all (enable_...) is no mend but a trial.
 */
final class SettableNames {
    static final List<String> ALL = List.of(
            "work_mem",
            "random_page_cost",
            "seq_page_cost",
            "effective_cache_size",
            "effective_io_concurrency",
            "default_statistics_target",
            "from_collapse_limit",
            "join_collapse_limit",
            "max_parallel_workers_per_gather",
            "plan_cache_mode",
            "jit",
            "jit_above_cost",
            "jit_inline_above_cost",
            "jit_optimize_above_cost",
            "checkpoint_completion_target",
            "autovacuum",
            // What the server tells of itself.
            "compute_query_id",
            "track_activities",
            "track_counts",
            "track_io_timing",
            "track_wal_io_timing",
            "pg_stat_statements.track",
            "pg_stat_statements.track_planning");

    private SettableNames() {}
}
