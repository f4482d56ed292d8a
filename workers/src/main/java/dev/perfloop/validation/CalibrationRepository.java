package dev.perfloop.validation;

import dev.perfloop.contract.CalibratedFor;
import dev.perfloop.run.RunId;
import dev.perfloop.validation.NoiseFloor.Key;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalibrationRepository {
    private final JdbcClient jdbc;

    CalibrationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param surroundings what it holds for */
    record Latest(RunId run, CalibratedFor surroundings, int tests, int comparisons, int falseAlarms) {}

    /** The target's newest calibration that found something. */
    Optional<Latest> latest(String target) {
        return jdbc.sql("""
                        SELECT c.run_id, c.calibrated_at, c.tests, c.comparisons, c.false_alarms, s.cpus, s.postgres
                        FROM calibration c
                        JOIN run r ON r.id = c.run_id
                        JOIN run_surroundings s ON s.run_id = c.run_id
                        WHERE r.target = :target AND c.calibrated_at IS NOT NULL
                        ORDER BY c.calibrated_at DESC
                        LIMIT 1""")
                .param("target", target)
                .query((row, n) -> new Latest(
                        new RunId(row.getString("run_id")),
                        new CalibratedFor(
                                row.getTimestamp("calibrated_at").toInstant(),
                                row.getInt("cpus"),
                                row.getString("postgres")),
                        row.getInt("tests"),
                        row.getInt("comparisons"),
                        row.getInt("false_alarms")))
                .optional();
    }

    void saveTooFew(RunId run, int tests, int leftOut, String words) {
        jdbc.sql("UPDATE calibration SET tests = :tests, left_out = :out, words = :words WHERE run_id = :run")
                .param("run", run.value())
                .param("tests", tests)
                .param("out", leftOut)
                .param("words", words)
                .update();
    }

    void save(RunId run, CalibrationResult result, Instant at) {
        result.resolutions().forEach((key, resolution) -> save(run, key, resolution));
        var calibration = result.calibration();
        jdbc.sql("""
                        UPDATE calibration
                        SET tests = :tests, left_out = :out, comparisons = :comparisons, false_alarms = :alarms,
                            false_alarms_at_most = :most, words = :words, calibrated_at = :at
                        WHERE run_id = :run""")
                .param("run", run.value())
                .param("tests", result.tests())
                .param("out", result.leftOut())
                .param("comparisons", calibration.comparisons())
                .param("alarms", calibration.falseAlarms())
                .param("most", calibration.falseAlarmsAtMost())
                .param("words", result.said())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void save(RunId run, Key key, Resolution resolution) {
        jdbc.sql("""
                        INSERT INTO calibration_noise (run_id, profile, request, metric, spread_pct,
                                                       seen_by_one_pct, seen_by_two_pct, seen_by_three_pct)
                        VALUES (:run, :profile, :request, :metric, :spread, :one, :two, :three)
                        ON CONFLICT (run_id, profile, request, metric) DO UPDATE
                        SET spread_pct = EXCLUDED.spread_pct, seen_by_one_pct = EXCLUDED.seen_by_one_pct,
                            seen_by_two_pct = EXCLUDED.seen_by_two_pct, seen_by_three_pct = EXCLUDED.seen_by_three_pct""")
                .param("run", run.value())
                .param("profile", key.profile())
                .param("request", key.request())
                .param("metric", key.metric().name())
                .param("spread", resolution.spreadPct())
                .param("one", resolution.byOnePct())
                .param("two", resolution.byTwoPct())
                .param("three", resolution.byThreePct())
                .update();
    }
}
