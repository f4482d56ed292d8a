package dev.perfloop.web.exports.report;

import java.util.List;

/** What a report shows of a run's rows, under the names a person reads. */
public final class ReportTables {
    public static final TableQuery FACTS = new TableQuery("Facts", """
            SELECT id AS "Run", target AS "Target", initcap(replace(coalesce(outcome, status), '_', ' ')) AS "Outcome",
                   initcap(intensity) AS "Intensity", requested_by AS "Requested by", requested_at AS "Requested",
                   ended_at AS "Ended",
                   to_char(ended_at - coalesce(started_at, requested_at), 'HH24:MI:SS') AS "Took (h:min:s)"
            FROM run WHERE id = :run""");

    public static final TableQuery VERDICT = new TableQuery("Verdict", """
            SELECT initcap(verdict) AS "Verdict", reason AS "Reason", objectives_met AS "Objectives met",
                   gain_share_pct AS "Targeted gain reached (%)", noise AS "Noise"
            FROM comparison WHERE run_id = :run ORDER BY round DESC LIMIT 1""");

    public static final TableQuery INTERVALS = new TableQuery("Effects", """
            SELECT initcap(profile) AS load, request, effect_pct, ci_low_pct, ci_high_pct
            FROM verdict
            WHERE run_id = :run AND metric = 'P95_MS' AND effect_pct IS NOT NULL AND ci_low_pct IS NOT NULL
              AND round = (SELECT max(round) FROM verdict WHERE run_id = :run)
            ORDER BY array_position(ARRAY['BASELINE', 'PEAK', 'STRESS', 'SOAK'], profile), request
            LIMIT 60""");

    public static final List<TableQuery> SECTIONS = List.of(
            new TableQuery("Before and after", """
                    SELECT initcap(profile) AS "Load",
                           CASE request WHEN '' THEN 'all requests' ELSE request END AS "Request",
                           CASE metric WHEN 'P50_MS' THEN 'p50 (ms)' WHEN 'P95_MS' THEN 'p95 (ms)' WHEN 'P99_MS' THEN 'p99 (ms)'
                                       WHEN 'THROUGHPUT' THEN 'answers a second' ELSE 'share of errors' END AS "Metric",
                           before AS "Before", after AS "After", effect_pct AS "Effect (%)",
                           ci_low_pct AS "surely from", ci_high_pct AS "to", initcap(result) AS "Verdict", reason AS "Reason"
                    FROM verdict
                    WHERE run_id = :run AND round = (SELECT max(round) FROM verdict WHERE run_id = :run)
                    ORDER BY array_position(ARRAY['BASELINE', 'PEAK', 'STRESS', 'SOAK'], profile), request,
                             array_position(ARRAY['P50_MS', 'P95_MS', 'P99_MS', 'THROUGHPUT', 'ERROR_RATE'], metric)"""),
            new TableQuery("Stress test", """
                    SELECT initcap(t.phase) AS "Phase", (s.step ->> 'rate')::float8 AS "Arrivals a second",
                           (s.step -> 'figures' ->> 'throughput')::float8 AS "Answers a second",
                           (s.step -> 'figures' ->> 'p50Ms')::float8 AS "p50 (ms)",
                           (s.step -> 'figures' ->> 'p95Ms')::float8 AS "p95 (ms)",
                           (s.step -> 'figures' ->> 'errorRate')::float8 AS "Share of errors",
                           CASE WHEN s.step -> 'rate' = t.result -> 'breakingRate' THEN 'broke here' END AS "Breaking point"
                    FROM load_test t, jsonb_array_elements(t.result -> 'steps') WITH ORDINALITY AS s (step, n)
                    WHERE t.run_id = :run AND t.profile = 'STRESS' AND t.status = 'VALID'
                    ORDER BY t.started_at, s.n"""),
            new TableQuery("Changes", """
                    SELECT position AS "No.", initcap(replace(kind, '_', ' ')) AS "Kind", statement AS "Statement",
                           undo_statement AS "Undo", initcap(replace(status, '_', ' ')) AS "State", earned AS "Earned its place",
                           note AS "Note", applied_at AS "Applied"
                    FROM change WHERE run_id = :run AND purpose = 'PLAN' ORDER BY position"""),
            new TableQuery("Findings", """
                    SELECT rank AS "No.", initcap(layer) AS "Layer", initcap(replace(kind, '_', ' ')) AS "Kind",
                           impact AS "Impact", initcap(confidence) AS "Confidence", gain_low_pct AS "Gain from (%)",
                           gain_high_pct AS "to (%)", summary AS "Summary", evidence -> 'statement' ->> 'text' AS "Statement"
                    FROM finding WHERE run_id = :run ORDER BY rank, id"""),
            new TableQuery("Turned down", """
                    SELECT subject AS "Candidate", reason AS "Reason" FROM refusal WHERE run_id = :run ORDER BY subject"""),
            new TableQuery("Heaviest statements, before any change", """
                    SELECT 100 * db_time_share AS "Database time (%)", calls AS "Calls", mean_ms AS "Mean (ms)",
                           total_ms AS "Total (ms)", query AS "Statement"
                    FROM profile_statement WHERE run_id = :run ORDER BY total_ms DESC, query_id LIMIT 20"""),
            new TableQuery("Load tests", """
                    SELECT initcap(profile) AS "Load", initcap(replace(phase, '_', ' ')) AS "Phase", round AS "Round",
                           initcap(status) AS "State", (result ->> 'effectiveRate')::float8 AS "Rate (1/s)",
                           (result -> 'all' ->> 'p50Ms')::float8 AS "p50 (ms)", (result -> 'all' ->> 'p95Ms')::float8 AS "p95 (ms)",
                           (result -> 'all' ->> 'p99Ms')::float8 AS "p99 (ms)",
                           (result -> 'all' ->> 'errorRate')::float8 AS "Share of errors", invalid_reason AS "Why not judged"
                    FROM load_test WHERE run_id = :run ORDER BY started_at, id"""),
            new TableQuery("What was noted about the load tests", """
                    SELECT initcap(t.profile) || ', ' || lower(replace(t.phase, '_', ' ')) || ', round ' || t.round AS "Load test",
                           c.subject AS "Subject", c.words AS "Words"
                    FROM load_check c JOIN load_test t ON t.id = c.load_test_id
                    WHERE t.run_id = :run AND c.state IN ('NOTED', 'SPOILED')
                    ORDER BY t.started_at, t.id, c.position"""),
            new TableQuery("Decisions", """
                    SELECT initcap(replace(kind, '_', ' ')) AS "Question", initcap(status) AS "Answer", decided_by AS "By",
                           decided_at AS "At", comment AS "Comment"
                    FROM approval WHERE run_id = :run ORDER BY requested_at"""),
            new TableQuery("Not looked at", """
                    SELECT what AS "What", why AS "Why", mend AS "What opens it"
                    FROM run_blind_spot WHERE run_id = :run ORDER BY what"""),
            new TableQuery("Steps", """
                    SELECT name AS "Step", initcap(status) AS "State", started_at AS "Started",
                           extract(epoch FROM ended_at - started_at)::float8 AS "Took (s)", message AS "Message"
                    FROM run_step WHERE run_id = :run ORDER BY id"""));

    private ReportTables() {}
}
