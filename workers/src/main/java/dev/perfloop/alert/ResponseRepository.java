package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResponseRepository {
    private final JdbcClient jdbc;

    ResponseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Alerts of a target that have come to a severity nothing was done about. What somebody has acknowledged is looked after. */
    List<Unanswered> unanswered(String target) {
        return jdbc.sql("""
                        SELECT id, target_id, family, severity
                        FROM alert
                        WHERE target_id = :target AND state = 'OPEN' AND answered IS DISTINCT FROM severity
                        ORDER BY opened_at, id""")
                .param("target", target)
                .query((row, n) -> new Unanswered(
                        row.getObject("id", UUID.class),
                        row.getString("target_id"),
                        Family.valueOf(row.getString("family")),
                        Severity.valueOf(row.getString("severity"))))
                .list();
    }

    /** False when somebody else was first. */
    boolean answer(Unanswered alert) {
        return jdbc.sql("""
                        UPDATE alert
                        SET answered = severity
                        WHERE id = :id AND state = 'OPEN' AND severity = :severity AND answered IS DISTINCT FROM severity""")
                        .param("id", alert.id())
                        .param("severity", alert.severity().name())
                        .update()
                == 1;
    }

    void add(Unanswered alert, String action, Instant at, @Nullable RunId run, @Nullable String whyNone) {
        jdbc.sql("""
                        INSERT INTO alert_response (alert_id, severity, action, at, run_id, why_none)
                        VALUES (:alert, :severity, :action, :at, :run, :why)""")
                .param("alert", alert.id())
                .param("severity", alert.severity().name())
                .param("action", action)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("run", run == null ? null : run.value())
                .param("why", whyNone)
                .update();
    }

    /** The newest run that an alert of this cause has begun since. */
    Optional<RunId> begunSince(String target, Family family, Instant since) {
        return jdbc.sql("""
                        SELECT r.run_id
                        FROM alert_response r
                        JOIN alert a ON a.id = r.alert_id
                        WHERE a.target_id = :target AND a.family = :family AND r.run_id IS NOT NULL AND r.at > :since
                        ORDER BY r.at DESC
                        LIMIT 1""")
                .param("target", target)
                .param("family", family.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new RunId(row.getString("run_id")))
                .optional();
    }

    /** Runs of the target's alerts that no process instance has claimed. */
    List<RunId> waitingRuns(String target) {
        return jdbc.sql("""
                        SELECT DISTINCT r.run_id
                        FROM alert_response r
                        JOIN alert a ON a.id = r.alert_id
                        JOIN run ON run.id = r.run_id AND run.status = 'REQUESTED'
                        WHERE a.target_id = :target""")
                .param("target", target)
                .query((row, n) -> new RunId(row.getString("run_id")))
                .list();
    }

    record Unanswered(UUID id, String target, Family family, Severity severity) {}
}
