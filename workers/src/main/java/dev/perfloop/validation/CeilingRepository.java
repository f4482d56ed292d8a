package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CeilingRepository {
    static final RowMapper<Ceiling> CEILING = (row, n) -> new Ceiling(
            row.getString("profile"),
            row.getString("request"),
            Metric.valueOf(row.getString("metric")),
            row.getDouble("ceiling"),
            row.getObject("rate", Double.class));

    private final JdbcClient jdbc;

    CeilingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the run's last comparison is one that guards may rest on. */
    boolean isVerified(RunId run) {
        return jdbc.sql("""
                        SELECT verdict, objectives_met, gain_share_pct
                        FROM comparison WHERE run_id = :run ORDER BY round DESC LIMIT 1""")
                .param("run", run.value())
                .query((row, n) -> GuardSetting.maySetGuards(
                        Comparison.Verdict.valueOf(row.getString("verdict")),
                        row.getBoolean("objectives_met"),
                        row.getDouble("gain_share_pct")))
                .optional()
                .orElse(false);
    }

    List<Ceiling> standing(String target) {
        return jdbc.sql(
                        "SELECT profile, request, metric, ceiling, rate FROM regression_guard WHERE target = :target FOR UPDATE")
                .param("target", target)
                .query(CEILING)
                .list();
    }

    void set(String target, RunId run, List<Ceiling> ceilings, Instant at) {
        ceilings.forEach(ceiling -> jdbc.sql("""
                        WITH replaced AS (
                            INSERT INTO replaced_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                            SELECT target, profile, request, metric, ceiling, rate, run_id, set_at
                            FROM regression_guard
                            WHERE target = :target AND profile = :profile AND request = :request AND metric = :metric
                              AND run_id <> :run
                            ON CONFLICT DO NOTHING
                        )
                        INSERT INTO regression_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                        VALUES (:target, :profile, :request, :metric, :ceiling, :rate, :run, :at)
                        ON CONFLICT (target, profile, request, metric) DO UPDATE
                        SET ceiling = EXCLUDED.ceiling, rate = EXCLUDED.rate, run_id = EXCLUDED.run_id,
                            set_at = EXCLUDED.set_at, looser_ceiling = NULL, looser_run_id = NULL""")
                .param("target", target)
                .param("profile", ceiling.profile())
                .param("request", ceiling.request())
                .param("metric", ceiling.metric().name())
                .param("ceiling", ceiling.value())
                .param("rate", ceiling.rate())
                .param("run", run.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
    }

    void noteLooser(String target, RunId run, List<Ceiling> refused) {
        refused.forEach(ceiling -> jdbc.sql("""
                        UPDATE regression_guard SET looser_ceiling = :ceiling, looser_run_id = :run
                        WHERE target = :target AND profile = :profile AND request = :request AND metric = :metric""")
                .param("target", target)
                .param("profile", ceiling.profile())
                .param("request", ceiling.request())
                .param("metric", ceiling.metric().name())
                .param("ceiling", ceiling.value())
                .param("run", run.value())
                .update());
    }

    /** Arrivals a second that each profile was driven with; a stress test's is its highest. */
    Map<String, Double> rates(RunId run, String phase) {
        Map<String, Double> rates = new HashMap<>();
        jdbc.sql("""
                        SELECT profile, max((config ->> 'ratePerSecond')::double precision) AS rate
                        FROM load_test
                        WHERE run_id = :run AND phase = :phase AND status = 'VALID'
                        GROUP BY profile""").param("run", run.value()).param("phase", phase).query((ResultSet row) -> put(rates, row));
        return rates;
    }

    private static void put(Map<String, Double> rates, ResultSet row) throws SQLException {
        rates.put(row.getString("profile"), row.getDouble("rate"));
    }
}
