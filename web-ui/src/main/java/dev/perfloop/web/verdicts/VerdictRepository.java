package dev.perfloop.web.verdicts;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.verdicts.VerdictsView.ComparisonView;
import dev.perfloop.web.verdicts.VerdictsView.VerdictView;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VerdictRepository {
    private final JdbcClient jdbc;

    VerdictRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<VerdictView> verdicts(String runId) {
        return jdbc.sql("""
                        SELECT round, profile, request, metric, before, after, effect_pct, ci_low_pct, ci_high_pct,
                               result, reason
                        FROM verdict
                        WHERE run_id = :runId
                        ORDER BY round, profile, request, metric
                        """)
                .param("runId", runId)
                .query((row, n) -> new VerdictView(
                        row.getInt("round"),
                        row.getString("profile"),
                        row.getString("request"),
                        row.getString("metric"),
                        Columns.doubleOrNull(row, "before"),
                        Columns.doubleOrNull(row, "after"),
                        Columns.doubleOrNull(row, "effect_pct"),
                        Columns.doubleOrNull(row, "ci_low_pct"),
                        Columns.doubleOrNull(row, "ci_high_pct"),
                        row.getString("result"),
                        row.getString("reason")))
                .list();
    }

    List<ComparisonView> comparisons(String runId) {
        return jdbc.sql("""
                        SELECT round, verdict, objectives_met, gain_share_pct, more_runs, reason, noise, compared_at
                        FROM comparison
                        WHERE run_id = :runId
                        ORDER BY round
                        """)
                .param("runId", runId)
                .query((row, n) -> new ComparisonView(
                        row.getInt("round"),
                        row.getString("verdict"),
                        row.getBoolean("objectives_met"),
                        row.getDouble("gain_share_pct"),
                        row.getInt("more_runs"),
                        row.getString("reason"),
                        row.getString("noise"),
                        Columns.instant(row, "compared_at")))
                .list();
    }
}
