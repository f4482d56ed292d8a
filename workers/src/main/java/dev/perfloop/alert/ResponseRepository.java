package dev.perfloop.alert;

import dev.perfloop.alert.Responding.Action;
import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.run.RunId;
import dev.perfloop.trend.Point;
import java.time.Instant;
import java.time.OffsetDateTime;
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
                        SELECT id, target_id, family, severity, words
                        FROM alert
                        WHERE target_id = :target AND state = 'OPEN' AND answered IS DISTINCT FROM severity
                        ORDER BY opened_at, id""")
                .param("target", target)
                .query((row, n) -> new Unanswered(
                        row.getObject("id", UUID.class),
                        row.getString("target_id"),
                        Family.valueOf(row.getString("family")),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("words")))
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

    void add(Unanswered alert, Done done, Instant at) {
        jdbc.sql("""
                        INSERT INTO alert_response (alert_id, severity, action, at, run_id, why_none, take_back_id, change_id, resource,
                                                    words)
                        VALUES (:alert, :severity, :action, :at, :run, :why, :takeBack, :change, :resource, :words)""")
                .param("alert", alert.id())
                .param("severity", alert.severity().name())
                .param("action", done.action().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("run", done.run() == null ? null : done.run().value())
                .param("why", done.whyNone())
                .param("takeBack", done.takeBack())
                .param("change", done.change())
                .param(
                        "resource",
                        done.resource() == null ? null : done.resource().name())
                .param("words", done.words())
                .update();
    }

    /** When this was last done for the cause, and not only tried. */
    Optional<Instant> lastDone(Unanswered alert, Action action) {
        return jdbc.sql("""
                        SELECT max(r.at) AS last
                        FROM alert_response r
                        JOIN alert a ON a.id = r.alert_id
                        LEFT JOIN take_back t ON t.id = r.take_back_id
                        WHERE a.target_id = :target AND a.family = :family AND r.action = :action AND r.why_none IS NULL
                          AND t.outcome IS DISTINCT FROM 'REFUSED'""")
                .param("target", alert.target())
                .param("family", alert.family().name())
                .param("action", action.name())
                .query((row, n) -> Optional.ofNullable(row.getObject("last", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Those that the engine has not been told of. */
    List<Asked> scalingAsked(String target) {
        return jdbc.sql("""
                        SELECT a.target_id, a.id, r.severity, r.resource, r.words
                        FROM alert_response r
                        JOIN alert a ON a.id = r.alert_id
                        WHERE a.target_id = :target AND r.action = 'ASK_FOR_SCALING' AND r.why_none IS NULL AND r.sent_at IS NULL""")
                .param("target", target)
                .query((row, n) -> new Asked(
                        row.getString("target_id"),
                        row.getObject("id", UUID.class),
                        Severity.valueOf(row.getString("severity")),
                        Resource.valueOf(row.getString("resource")),
                        row.getString("words")))
                .list();
    }

    void sent(Asked asked, Instant now) {
        jdbc.sql("""
                        UPDATE alert_response SET sent_at = :now
                        WHERE alert_id = :alert AND severity = :severity AND action = 'ASK_FOR_SCALING'""")
                .param("alert", asked.alertId())
                .param("severity", asked.severity().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The series that an alert is about, the worst first. */
    List<Breached> breached(UUID alert) {
        return jdbc.sql("""
                        SELECT series_id, metric, unit
                        FROM alert_breach
                        WHERE alert_id = :alert AND ended_at IS NULL
                        ORDER BY severity, metric, series_id""")
                .param("alert", alert)
                .query((row, n) ->
                        new Breached(row.getInt("series_id"), row.getString("metric"), row.getString("unit")))
                .list();
    }

    /** Means of hours, of the last weeks. */
    List<Point> hours(int series, Instant since) {
        return jdbc.sql("""
                        SELECT at, total / weight AS mean
                        FROM sample_hour
                        WHERE series_id = :series AND at > :since AND weight > 0
                        ORDER BY at""")
                .param("series", series)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Point(row.getObject("at", OffsetDateTime.class).toInstant(), row.getDouble("mean")))
                .list();
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

    /** A series beyond its threshold. */
    record Breached(int series, String metric, String unit) {}

    /** Its components become variables of the message. */
    record Asked(String target, UUID alertId, Severity severity, Resource resource, String words) {
        String messageId() {
            return alertId + "-" + severity;
        }
    }

    /**
     * What became of one response.
     *
     * @param whyNone what stood against it; null where it was done
     */
    record Done(
            Action action,
            @Nullable RunId run,
            @Nullable String takeBack,
            @Nullable String change,
            @Nullable Resource resource,
            @Nullable String words,
            @Nullable String whyNone) {

        static Done not(Action action, String why) {
            return new Done(action, null, null, null, null, null, why);
        }
    }

    record Unanswered(UUID id, String target, Family family, Severity severity, String words) {}
}
