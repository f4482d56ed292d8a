package dev.perfloop.web.guards;

import dev.perfloop.web.guards.GuardsView.GuardView;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GuardRepository {
    private final JdbcClient jdbc;

    GuardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void requireTarget(String name) {
        definition(name);
    }

    /** The target's file. */
    String definition(String name) {
        return jdbc.sql("SELECT definition FROM target WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refused.notFound(
                        "There is no target \"" + name + "\".", "GET /api/targets lists what there is."));
    }

    List<GuardView> guards(String target) {
        return jdbc.sql("""
                        SELECT profile, request, metric, ceiling, rate, run_id, set_at, looser_ceiling, looser_run_id
                        FROM regression_guard
                        WHERE target = :target
                        ORDER BY array_position(ARRAY['BASELINE', 'PEAK', 'SOAK'], profile), request, metric DESC
                        """)
                .param("target", target)
                .query((row, n) -> new GuardView(
                        row.getString("profile"),
                        row.getString("request"),
                        row.getString("metric"),
                        row.getDouble("ceiling"),
                        Columns.doubleOrNull(row, "rate"),
                        row.getString("run_id"),
                        Columns.instant(row, "set_at"),
                        Columns.doubleOrNull(row, "looser_ceiling"),
                        row.getString("looser_run_id")))
                .list();
    }

    /** Keeps what they were, and who lifted them. Says how many. */
    int release(String target, String by, Instant now) {
        return jdbc.sql("""
                        WITH lifted AS (
                            DELETE FROM regression_guard WHERE target = :target RETURNING *
                        ), replaced AS (
                            DELETE FROM replaced_guard WHERE target = :target
                        ), kept AS (
                            INSERT INTO guard_release (target, released_by, released_at, guards)
                            SELECT :target, :by, :now, jsonb_agg(to_jsonb(l)) FROM lifted l HAVING count(*) > 0
                        )
                        SELECT count(*) FROM lifted
                        """)
                .param("target", target)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
