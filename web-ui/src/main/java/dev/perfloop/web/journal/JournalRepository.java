package dev.perfloop.web.journal;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.rows.RawJson;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalRepository {
    /** The latest valid load of each profile, before and after, under the names the final summary uses. */
    private static final String SO_FAR = """
            SELECT coalesce(r.summary, jsonb_build_object(
                'runId', r.id,
                'target', r.target,
                'outcome', r.outcome,
                'processInstanceKey', r.process_instance_key,
                'findings', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'kind', f.kind, 'layer', f.layer, 'impact', f.impact,
                        'confidence', f.confidence, 'summary', f.summary) ORDER BY f.rank), '[]')
                    FROM finding f
                    WHERE f.run_id = r.id),
                'changes', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'kind', c.kind, 'statement', c.statement, 'status', c.status) ORDER BY c.position), '[]')
                    FROM change c
                    WHERE c.run_id = r.id AND c.purpose = 'PLAN'),
                'profiles', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'profile', p.profile, 'before', p.before, 'after', p.after,
                        'verdict', p.verdict) ORDER BY p.profile), '[]')
                    FROM (
                        SELECT l.profile,
                               (array_agg(l.result -> 'all' ORDER BY l.started_at DESC)
                                   FILTER (WHERE l.phase = 'BEFORE'))[1] AS before,
                               (array_agg(l.result -> 'all' ORDER BY l.started_at DESC)
                                   FILTER (WHERE l.phase = 'AFTER'))[1] AS after,
                               (SELECT k.verdict FROM comparison k WHERE k.run_id = r.id
                                ORDER BY k.round DESC LIMIT 1) AS verdict
                        FROM load_test l
                        WHERE l.run_id = r.id AND l.status = 'VALID' AND l.phase IN ('BEFORE', 'AFTER')
                        GROUP BY l.profile) p),
                'notLookedAt', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'what', b.what, 'why', b.why, 'mend', b.mend) ORDER BY b.what), '[]')
                    FROM run_blind_spot b
                    WHERE b.run_id = r.id),
                'timings', (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'step', s.element_id,
                        'seconds', round(extract(epoch FROM s.ended_at - s.started_at), 1)) ORDER BY s.id), '[]')
                    FROM run_step s
                    WHERE s.run_id = r.id AND s.ended_at IS NOT NULL))) AS summary
            FROM run r
            WHERE r.id = :id
            """;

    private final JdbcClient jdbc;

    JournalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StepView> steps(String runId) {
        return jdbc.sql("""
                        SELECT id, job_key, element_id, name, process_id, caller_element, job_type, status, progress, message,
                               attempt, started_at, ended_at
                        FROM run_step
                        WHERE run_id = :runId
                        ORDER BY id
                        """)
                .param("runId", runId)
                .query((row, n) -> new StepView(
                        row.getString("id"),
                        row.getString("job_key"),
                        row.getString("element_id"),
                        row.getString("name"),
                        row.getString("process_id"),
                        row.getString("caller_element"),
                        row.getString("job_type"),
                        row.getString("status"),
                        Columns.intOrNull(row, "progress"),
                        row.getString("message"),
                        row.getInt("attempt"),
                        Columns.instant(row, "started_at"),
                        Columns.instantOrNull(row, "ended_at")))
                .list();
    }

    List<BlindSpotView> blindSpots(String runId) {
        return jdbc.sql("SELECT what, why, mend FROM run_blind_spot WHERE run_id = :runId ORDER BY what")
                .param("runId", runId)
                .query((row, n) ->
                        new BlindSpotView(row.getString("what"), row.getString("why"), row.getString("mend")))
                .list();
    }

    Optional<RawJson> summary(String runId) {
        return jdbc.sql(SO_FAR)
                .param("id", runId)
                .query((row, n) -> Columns.json(row, "summary"))
                .optional();
    }
}
