package dev.perfloop.web.findings;

import dev.perfloop.web.findings.FindingsView.BottleneckView;
import dev.perfloop.web.findings.FindingsView.FindingView;
import dev.perfloop.web.findings.FindingsView.RefusalView;
import dev.perfloop.web.rows.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FindingRepository {
    private final JdbcClient jdbc;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FindingView> findings(String runId) {
        return jdbc.sql("""
                        SELECT id, rank, kind, layer, impact, confidence, priority, effort, summary, gain_low_pct,
                               gain_high_pct, evidence, proposal
                        FROM finding
                        WHERE run_id = :runId
                        ORDER BY rank, id
                        """)
                .param("runId", runId)
                .query((row, n) -> new FindingView(
                        row.getString("id"),
                        row.getInt("rank"),
                        row.getString("kind"),
                        row.getString("layer"),
                        row.getDouble("impact"),
                        row.getString("confidence"),
                        row.getString("priority"),
                        row.getString("effort"),
                        row.getString("summary"),
                        Columns.doubleOrNull(row, "gain_low_pct"),
                        Columns.doubleOrNull(row, "gain_high_pct"),
                        Columns.json(row, "evidence"),
                        Columns.jsonOrNull(row, "proposal")))
                .list();
    }

    List<RefusalView> refusals(String runId) {
        return jdbc.sql("SELECT subject, reason FROM refusal WHERE run_id = :runId ORDER BY subject")
                .param("runId", runId)
                .query((row, n) -> new RefusalView(row.getString("subject"), row.getString("reason")))
                .list();
    }

    List<BottleneckView> bottlenecks(String runId) {
        return jdbc.sql("""
                        SELECT rank, layer, impact, summary, subject
                        FROM bottleneck
                        WHERE run_id = :runId
                        ORDER BY rank
                        """)
                .param("runId", runId)
                .query((row, n) -> new BottleneckView(
                        row.getInt("rank"),
                        row.getString("layer"),
                        row.getDouble("impact"),
                        row.getString("summary"),
                        Columns.json(row, "subject")))
                .list();
    }
}
