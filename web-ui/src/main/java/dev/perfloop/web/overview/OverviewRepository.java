package dev.perfloop.web.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.perfloop.web.overview.OverviewView.HealthView;
import dev.perfloop.web.overview.OverviewView.NowView;
import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.targets.TargetFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OverviewRepository {
    private final JdbcClient jdbc;
    private final TargetFacts facts;
    private final ObjectMapper json;

    OverviewRepository(JdbcClient jdbc, TargetFacts facts, ObjectMapper json) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.json = json;
    }

    /**
     * By name. What tells is the newest valid load at the target's own rate that saw the target as it was left: not one
     * with changes that were taken back later, nor one without changes that were kept.
     */
    List<HealthView> targets() {
        return jdbc.sql("""
                        SELECT t.name, t.definition, m.run_id, m.ended_at,
                               jsonb_build_object('all', m.result -> 'all', 'requests', m.result -> 'requests') AS figures
                        FROM target t
                        LEFT JOIN LATERAL (
                            SELECT l.run_id, l.ended_at, l.result
                            FROM run r
                            JOIN load_test l ON l.run_id = r.id
                            WHERE r.target = t.name
                              AND l.profile = 'BASELINE'
                              AND l.status = 'VALID'
                              AND (l.phase IN ('PROFILE', 'BEFORE', 'ROLLED_BACK', 'CALIBRATION')
                                   OR l.phase = 'AFTER'
                                      AND r.outcome IN ('TARGETS_MET', 'ACCEPTABLE', 'GUARDS_HELD', 'GUARDS_BROKEN'))
                            ORDER BY r.requested_at DESC, l.started_at DESC
                            LIMIT 1) m ON true
                        ORDER BY t.name
                        """)
                .query((row, n) -> {
                    var target = facts.of(row.getString("definition"));
                    String measuredBy = row.getString("run_id");
                    var health = Judged.of(
                            target.objectives(),
                            measuredBy == null ? MissingNode.getInstance() : read(row.getString("figures")));
                    return new HealthView(
                            row.getString("name"),
                            target.baseUrl(),
                            health.health(),
                            health.words(),
                            target.objectives().size(),
                            Columns.instantOrNull(row, "ended_at"),
                            measuredBy);
                })
                .list();
    }

    /** The step at work comes before those that have ended. */
    List<NowView> now() {
        return jdbc.sql("""
                        SELECT r.id, s.name, s.status, s.progress, s.message, s.started_at
                        FROM run r
                        JOIN LATERAL (
                            SELECT name, status, progress, message, started_at
                            FROM run_step
                            WHERE run_id = r.id
                            ORDER BY ended_at IS NULL DESC, id DESC
                            LIMIT 1) s ON true
                        WHERE r.status <> 'ENDED'
                        ORDER BY r.requested_at DESC
                        """)
                .query((row, n) -> new NowView(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("status"),
                        Columns.intOrNull(row, "progress"),
                        row.getString("message"),
                        Columns.instant(row, "started_at")))
                .list();
    }

    private JsonNode read(@Nullable String figures) {
        try {
            return figures == null ? MissingNode.getInstance() : json.readTree(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The database holds no JSON that is none", impossible);
        }
    }
}
