package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VerdictRepository {
    private final JdbcClient jdbc;

    VerdictRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param noise which knowledge of the noise between tests it rests on */
    void save(RunId run, int round, Comparison comparison, String noise, Instant at) {
        jdbc.sql("""
                        INSERT INTO comparison (run_id, round, verdict, objectives_met, gain_share_pct, more_runs, reason, noise, compared_at)
                        VALUES (:run, :round, :verdict, :met, :share, :more, :reason, :noise, :at)
                        ON CONFLICT (run_id, round) DO UPDATE
                        SET verdict = EXCLUDED.verdict, objectives_met = EXCLUDED.objectives_met,
                            gain_share_pct = EXCLUDED.gain_share_pct, more_runs = EXCLUDED.more_runs,
                            reason = EXCLUDED.reason,
                            noise = EXCLUDED.noise, compared_at = EXCLUDED.compared_at""")
                .param("run", run.value())
                .param("round", round)
                .param("verdict", comparison.verdict().name())
                .param("met", comparison.objectivesMet())
                .param("share", comparison.gainSharePct())
                .param("more", comparison.moreRuns())
                .param("reason", comparison.reason())
                .param("noise", noise)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM verdict WHERE run_id = :run AND round = :round")
                .param("run", run.value())
                .param("round", round)
                .update();
        comparison.metrics().forEach(metric -> insert(run, round, metric));
    }

    private void insert(RunId run, int round, MetricVerdict verdict) {
        var effect = verdict.effect();
        jdbc.sql("""
                        INSERT INTO verdict (run_id, round, profile, request, metric, before, after, effect_pct,
                                             ci_low_pct, ci_high_pct, result, reason)
                        VALUES (:run, :round, :profile, :request, :metric, :before, :after, :effect, :low, :high, :result, :reason)""")
                .param("run", run.value())
                .param("round", round)
                .param("profile", verdict.profile())
                .param("request", verdict.request())
                .param("metric", verdict.metric().name())
                .param("before", effect == null ? null : effect.before())
                .param("after", effect == null ? null : effect.after())
                .param("effect", effect == null ? null : effect.pct())
                .param("low", effect == null ? null : effect.lowPct())
                .param("high", effect == null ? null : effect.highPct())
                .param("result", verdict.result().name())
                .param("reason", verdict.reason())
                .update();
    }

    Comparison.Verdict lastVerdict(RunId run) {
        return jdbc.sql("SELECT verdict FROM comparison WHERE run_id = :run ORDER BY round DESC LIMIT 1")
                .param("run", run.value())
                .query((row, n) -> Comparison.Verdict.valueOf(row.getString("verdict")))
                .optional()
                .orElse(Comparison.Verdict.INCONCLUSIVE);
    }
}
