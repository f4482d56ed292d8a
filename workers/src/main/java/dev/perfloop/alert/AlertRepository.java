package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertRepository {
    private final JdbcClient jdbc;

    AlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The alert of a cause, opened where there is none. It only gets worse while it lasts; what got worse, whose muting has ended, or
     * what goes on after a maintenance window is open again.
     */
    UUID report(
            String target, Family family, Severity severity, String words, Instant at, Instant due, boolean expected) {
        return jdbc.sql("""
                        INSERT INTO alert AS a (id, target_id, family, severity, state, words, opened_at, seen_at, due_at)
                        VALUES (gen_random_uuid(), :target, :family, :severity, :state, :words, :at, :at, :due)
                        ON CONFLICT (target_id, family) WHERE state <> 'RESOLVED' DO UPDATE
                        SET severity = CASE WHEN a.severity = 'CRITICAL' THEN a.severity ELSE excluded.severity END,
                            state = CASE
                                WHEN a.state = 'MUTED' AND (a.muted_until <= :at OR a.changed_by IS NULL AND NOT :expected) THEN 'OPEN'
                                WHEN a.state = 'ACKNOWLEDGED' AND a.severity = 'WARNING' AND excluded.severity = 'CRITICAL' THEN 'OPEN'
                                ELSE a.state END,
                            words = excluded.words,
                            seen_at = excluded.seen_at
                        RETURNING id""")
                .param("target", target)
                .param("family", family.name())
                .param("severity", severity.name())
                .param("state", expected ? "MUTED" : "OPEN")
                .param("words", words)
                .param("at", at(at))
                .param("due", at(due))
                .param("expected", expected)
                .query(UUID.class)
                .single();
    }

    void keep(UUID alert, Breach breach, Instant at) {
        var reading = breach.judged().reading();
        var threshold = breach.judged().threshold();
        jdbc.sql("""
                        INSERT INTO alert_breach AS b (alert_id, series_id, metric, subject, unit, value, worst, threshold,
                                                       threshold_from, severity, first_at, last_at, called)
                        VALUES (:alert, :series, :metric, :subject, :unit, :value, :worst, :threshold, :from, :severity, :at, :at, :called)
                        ON CONFLICT (alert_id, series_id) DO UPDATE
                        SET value = excluded.value, worst = excluded.worst, threshold = excluded.threshold,
                            threshold_from = excluded.threshold_from, severity = excluded.severity, last_at = excluded.last_at,
                            ended_at = NULL""")
                .param("alert", alert)
                .param("series", reading.series())
                .param("metric", reading.metric())
                .param("subject", reading.subject())
                .param("unit", reading.unit())
                .param("called", reading.called())
                .param("value", reading.value())
                .param("worst", breach.worst())
                .param("threshold", threshold.limitOf(breach.severity()))
                .param("from", threshold.from().name())
                .param("severity", breach.severity().name())
                .param("at", at(at))
                .update();
    }

    /** By series, of those that are not over. */
    Map<Integer, Double> worst(String target) {
        Map<Integer, Double> worst = new HashMap<>();
        jdbc.sql("""
                        SELECT b.series_id, b.worst
                        FROM alert_breach b
                        JOIN alert a ON a.id = b.alert_id
                        WHERE a.target_id = :target AND a.state <> 'RESOLVED' AND b.ended_at IS NULL""").param("target", target).query(row -> {
            worst.put(row.getInt("series_id"), row.getDouble("worst"));
        });
        return worst;
    }

    /** Those of series that are calm by now, or are gone. */
    void endBreaches(String target, Instant at) {
        jdbc.sql("""
                        UPDATE alert_breach b
                        SET ended_at = :at
                        FROM alert a
                        WHERE a.id = b.alert_id AND a.target_id = :target AND a.state <> 'RESOLVED' AND b.ended_at IS NULL
                          AND NOT EXISTS (
                              SELECT 1 FROM threshold_watch w
                              WHERE w.series_id = b.series_id AND w.phase IN ('FIRING', 'CLEARING'))""").param("target", target).param("at", at(at)).update();
    }

    /** Those of which no series is beyond its threshold any more. */
    void resolve(String target, Instant at) {
        jdbc.sql("""
                        UPDATE alert a
                        SET state = 'RESOLVED', resolved_at = :at
                        WHERE target_id = :target AND state <> 'RESOLVED'
                          AND NOT EXISTS (SELECT 1 FROM alert_breach b WHERE b.alert_id = a.id AND b.ended_at IS NULL)""").param("target", target).param("at", at(at)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
