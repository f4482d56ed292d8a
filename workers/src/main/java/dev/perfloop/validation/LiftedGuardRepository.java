package dev.perfloop.validation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of guards when a change is taken back that they were verified with. */
@Repository
class LiftedGuardRepository {
    private final JdbcClient jdbc;

    LiftedGuardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the run that kept the change and of later ones, up to when it was taken back. Keeps what they were; says how many. */
    int lift(String takeBackId, Instant at) {
        return jdbc.sql("""
                        WITH gone AS (
                            SELECT r.target, c.id, c.run_id, c.applied_at, t.ended_at, t.wished_by
                            FROM take_back t
                            JOIN change c ON c.id = t.change_id
                            JOIN run r ON r.id = c.run_id
                            WHERE t.id = :id AND (t.outcome = 'TAKEN_BACK' OR t.outcome = 'GIVEN_UP' AND c.status <> 'KEPT')
                        ), lifted AS (
                            DELETE FROM regression_guard g USING gone
                            WHERE g.target = gone.target AND g.set_at <= gone.ended_at
                              AND (g.run_id = gone.run_id OR g.set_at >= gone.applied_at)
                            RETURNING g.*
                        ), replaced AS (
                            DELETE FROM replaced_guard g USING gone
                            WHERE g.target = gone.target AND g.set_at <= gone.ended_at
                              AND (g.run_id = gone.run_id OR g.set_at >= gone.applied_at)
                        ), kept AS (
                            INSERT INTO guard_release (target, released_by, released_at, guards, change_id)
                            SELECT gone.target, gone.wished_by, :at, jsonb_agg(to_jsonb(lifted)), gone.id
                            FROM gone CROSS JOIN lifted
                            GROUP BY gone.target, gone.wished_by, gone.id
                        )
                        SELECT count(*) FROM lifted""")
                .param("id", takeBackId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The latest one that was verified without the change, where none stands in its place; says how many. */
    int bringBack(String takeBackId) {
        return jdbc.sql("""
                        WITH gone AS (
                            SELECT r.target, c.id
                            FROM take_back t
                            JOIN change c ON c.id = t.change_id
                            JOIN run r ON r.id = c.run_id
                            WHERE t.id = :id
                        ), latest AS (
                            SELECT DISTINCT ON (target, profile, request, metric) g.*
                            FROM replaced_guard g JOIN gone USING (target)
                            WHERE NOT EXISTS (
                                SELECT FROM regression_guard s
                                WHERE (s.target, s.profile, s.request, s.metric) = (g.target, g.profile, g.request, g.metric))
                            ORDER BY target, profile, request, metric, set_at DESC
                        ), taken AS (
                            DELETE FROM replaced_guard g USING latest l
                            WHERE (g.target, g.profile, g.request, g.metric, g.run_id)
                                = (l.target, l.profile, l.request, l.metric, l.run_id)
                        ), back AS (
                            INSERT INTO regression_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                            SELECT target, profile, request, metric, ceiling, rate, run_id, set_at FROM latest
                            RETURNING 1
                        ), noted AS (
                            UPDATE guard_release r SET brought_back = (SELECT count(*) FROM back)
                            FROM gone
                            WHERE r.change_id = gone.id AND EXISTS (SELECT FROM back)
                        )
                        SELECT count(*) FROM back""").param("id", takeBackId).query(Integer.class).single();
    }
}
