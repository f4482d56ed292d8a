package dev.perfloop.web.exports;

import dev.perfloop.web.exports.report.TableQuery;
import java.util.List;

/** The rows of a run as they are kept. */
final class RawTables {
    static final List<TableQuery> ALL = List.of(
            new TableQuery("run", """
                    SELECT id, target, intensity, status, outcome, requested_by, requested_at, started_at, ended_at
                    FROM run WHERE id = :run"""),
            new TableQuery("steps", """
                    SELECT name, element_id, process_id, caller_element, job_type, attempt, status, message, started_at, ended_at
                    FROM run_step WHERE run_id = :run ORDER BY id"""),
            new TableQuery("approvals", """
                    SELECT id, kind, status, requested_at, decided_at, decided_by, decided_in, comment
                    FROM approval WHERE run_id = :run ORDER BY requested_at"""),
            new TableQuery("bottlenecks", """
                    SELECT rank, layer, impact, summary FROM bottleneck WHERE run_id = :run ORDER BY rank"""),
            new TableQuery("findings", """
                    SELECT id, rank, kind, layer, impact, confidence, priority, effort, summary, gain_low_pct, gain_high_pct,
                           evidence, proposal
                    FROM finding WHERE run_id = :run ORDER BY rank, id"""),
            new TableQuery("refusals", """
                    SELECT layer, subject, reason FROM refusal WHERE run_id = :run ORDER BY subject"""),
            new TableQuery("blind_spots", """
                    SELECT what, why, mend FROM run_blind_spot WHERE run_id = :run ORDER BY what"""),
            new TableQuery("changes", """
                    SELECT id, position, finding_id, kind, purpose, statement, undo_statement, status, earned, note, applied_at,
                           ended_at
                    FROM change WHERE run_id = :run ORDER BY purpose DESC, position"""),
            new TableQuery("statements", """
                    SELECT query_id, query, calls, total_ms, mean_ms, rows, shared_blks_hit, shared_blks_read, temp_blks,
                           wal_bytes, db_time_share
                    FROM profile_statement WHERE run_id = :run ORDER BY total_ms DESC, query_id"""),
            new TableQuery("load_tests", """
                    SELECT id, phase, profile, round, attempt, status, invalid_reason, started_at, steady_from, ended_at,
                           (result ->> 'offeredRate')::float8 AS offered_rate,
                           (result ->> 'effectiveRate')::float8 AS effective_rate,
                           (result ->> 'generatorCpu')::float8 AS generator_cpu,
                           (result ->> 'breakingRate')::float8 AS breaking_rate
                    FROM load_test WHERE run_id = :run ORDER BY started_at, id"""),
            new TableQuery("load_figures", """
                    SELECT t.id AS load_test_id, f.request,
                           (f.figures ->> 'count')::bigint AS count,
                           (f.figures ->> 'p50Ms')::float8 AS p50_ms,
                           (f.figures ->> 'p95Ms')::float8 AS p95_ms,
                           (f.figures ->> 'p99Ms')::float8 AS p99_ms,
                           (f.figures ->> 'meanMs')::float8 AS mean_ms,
                           (f.figures ->> 'maxMs')::float8 AS max_ms,
                           (f.figures ->> 'throughput')::float8 AS throughput,
                           (f.figures ->> 'errorRate')::float8 AS error_rate
                    FROM load_test t
                    CROSS JOIN LATERAL (
                        SELECT '' AS request, t.result -> 'all' AS figures
                        UNION ALL SELECT key, value FROM jsonb_each(t.result -> 'requests')) f
                    WHERE t.run_id = :run AND f.figures IS NOT NULL
                    ORDER BY t.started_at, t.id, f.request"""),
            new TableQuery("load_checks", """
                    SELECT c.load_test_id, c.subject, c.state, c.words
                    FROM load_check c JOIN load_test t ON t.id = c.load_test_id
                    WHERE t.run_id = :run ORDER BY t.started_at, t.id, c.position"""),
            new TableQuery("load_readings", """
                    SELECT r.load_test_id, r.metric, r.at, r.value
                    FROM load_reading r JOIN load_test t ON t.id = r.load_test_id
                    WHERE t.run_id = :run ORDER BY t.started_at, t.id, r.metric, r.at"""),
            new TableQuery("verdicts", """
                    SELECT round, profile, request, metric, before, after, effect_pct, ci_low_pct, ci_high_pct, result, reason
                    FROM verdict WHERE run_id = :run ORDER BY round, profile, request, metric"""),
            new TableQuery("comparisons", """
                    SELECT round, verdict, objectives_met, gain_share_pct, more_runs, reason, noise, compared_at
                    FROM comparison WHERE run_id = :run ORDER BY round"""));

    private RawTables() {}
}
