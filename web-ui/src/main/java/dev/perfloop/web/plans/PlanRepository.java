package dev.perfloop.web.plans;

import dev.perfloop.web.plans.PlanView.ChangeView;
import dev.perfloop.web.plans.PlanView.GuardAnswer;
import dev.perfloop.web.rows.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanRepository {
    private final JdbcClient jdbc;

    PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PlanView> find(String runId) {
        return jdbc.sql("SELECT tier, summary, document, content, created_at FROM plan WHERE run_id = :runId")
                .param("runId", runId)
                .query((row, n) -> new PlanView(
                        row.getString("tier"),
                        row.getString("summary"),
                        row.getString("document"),
                        Columns.instant(row, "created_at"),
                        changes(runId),
                        Columns.jsonOrNull(row, "content")))
                .optional();
    }

    private List<ChangeView> changes(String runId) {
        var guards = guards(runId);
        return jdbc.sql("""
                        SELECT id, position, finding_id, kind, statement, undo_statement, status, earned, note,
                               applied_at, ended_at
                        FROM change
                        WHERE run_id = :runId AND purpose = 'PLAN'
                        ORDER BY position
                        """)
                .param("runId", runId)
                .query((row, n) -> new ChangeView(
                        row.getString("id"),
                        row.getInt("position"),
                        row.getString("finding_id"),
                        row.getString("kind"),
                        row.getString("statement"),
                        row.getString("undo_statement"),
                        row.getString("status"),
                        row.getObject("earned", Boolean.class),
                        row.getString("note"),
                        Columns.instantOrNull(row, "applied_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        guards.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** By change, in the order in which they were asked. */
    private Map<String, List<GuardAnswer>> guards(String runId) {
        Map<String, List<GuardAnswer>> answers = new HashMap<>();
        jdbc.sql("""
                        SELECT g.change_id, g.at, g.guard, g.answer, g.words
                        FROM change_guard g
                        JOIN change c ON c.id = g.change_id
                        WHERE c.run_id = :runId
                        ORDER BY g.id
                        """).param("runId", runId).query(row -> {
            answers.computeIfAbsent(row.getString("change_id"), id -> new ArrayList<>())
                    .add(new GuardAnswer(
                            Columns.instant(row, "at"),
                            row.getString("guard"),
                            row.getString("answer"),
                            row.getString("words")));
        });
        return answers;
    }
}
