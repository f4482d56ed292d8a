package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gates, and the guards each of them was asked about. */
@Repository
class GateRepository {
    private final JdbcClient jdbc;

    GateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ceiling> asked(RunId run) {
        return jdbc.sql("""
                        SELECT profile, request, metric, ceiling, rate FROM guard_check
                        WHERE run_id = :run ORDER BY profile, request, metric""")
                .param("run", run.value())
                .query(CeilingRepository.CEILING)
                .list();
    }

    /** False when the load of that round stayed invalid: another round would go the same way. */
    boolean wasMeasured(RunId run, String phase, int round) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM load_test
                                       WHERE run_id = :run AND phase = :phase AND round = :round AND status = 'VALID')""")
                .param("run", run.value())
                .param("phase", phase)
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    /** @param noise which knowledge of the noise between tests it rests on */
    void save(RunId run, GateVerdict verdict, String noise, Instant at) {
        jdbc.sql("""
                        UPDATE regression_gate SET result = :result, reason = :reason, noise = :noise, judged_at = :at
                        WHERE run_id = :run""")
                .param("run", run.value())
                .param("result", verdict.result().name())
                .param("reason", verdict.reason())
                .param("noise", noise)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        verdict.checks().forEach(check -> save(run, check));
    }

    private void save(RunId run, GuardCheck check) {
        var measured = check.measured();
        jdbc.sql("""
                        UPDATE guard_check SET value = :value, low = :low, high = :high, result = :result, reason = :reason
                        WHERE run_id = :run AND profile = :profile AND request = :request AND metric = :metric""")
                .param("run", run.value())
                .param("profile", check.guard().profile())
                .param("request", check.guard().request())
                .param("metric", check.guard().metric().name())
                .param("value", measured == null ? null : measured.value())
                .param("low", measured == null ? null : measured.low())
                .param("high", measured == null ? null : measured.high())
                .param("result", check.result().name())
                .param("reason", check.reason())
                .update();
    }
}
