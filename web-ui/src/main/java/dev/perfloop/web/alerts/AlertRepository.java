package dev.perfloop.web.alerts;

import dev.perfloop.web.alerts.AlertView.BreachView;
import dev.perfloop.web.alerts.AlertView.DeliveryView;
import dev.perfloop.web.alerts.AlertView.ResponseView;
import dev.perfloop.web.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertRepository {
    private final JdbcClient jdbc;

    AlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lasts first, then the newest. */
    List<AlertView> list(
            boolean withResolved, @Nullable String target, boolean unjudged, Instant openedSince, int most) {
        return views(jdbc.sql("""
                        SELECT * FROM alert
                        WHERE (:resolved OR state <> 'RESOLVED') AND (:target::text IS NULL OR target_id = :target)
                          AND (NOT :unjudged OR verdict IS NULL) AND opened_at >= :since
                        ORDER BY state = 'RESOLVED', opened_at DESC, id DESC
                        LIMIT :most
                        """)
                .param("resolved", withResolved)
                .param("target", target)
                .param("unjudged", unjudged)
                .param("since", at(openedSince))
                .param("most", most)
                .query((row, n) -> row(row))
                .list());
    }

    Optional<AlertView> find(UUID id) {
        return views(jdbc.sql("SELECT * FROM alert WHERE id = :id")
                        .param("id", id)
                        .query((row, n) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** False when it is resolved. */
    boolean set(UUID id, String state, String by, Instant now, @Nullable Instant mutedUntil) {
        return jdbc.sql("""
                        UPDATE alert
                        SET state = :state, changed_by = :by, changed_at = :now, muted_until = :until::timestamptz
                        WHERE id = :id AND state <> 'RESOLVED'
                        """)
                        .param("id", id)
                        .param("state", state)
                        .param("by", by)
                        .param("now", at(now))
                        .param("until", mutedUntil == null ? null : at(mutedUntil))
                        .update()
                == 1;
    }

    /** @param verdict REAL or NOISE */
    void judge(UUID id, String verdict, String by, Instant now) {
        jdbc.sql("UPDATE alert SET verdict = :verdict, verdict_by = :by, verdict_at = :now WHERE id = :id")
                .param("id", id)
                .param("verdict", verdict)
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    private List<AlertView> views(List<AlertView> alerts) {
        String[] ids = alerts.stream().map(alert -> alert.id().toString()).toArray(String[]::new);
        Map<UUID, List<BreachView>> breaches = new HashMap<>();
        jdbc.sql(
                        "SELECT * FROM alert_breach WHERE alert_id = ANY (:ids::uuid[]) ORDER BY ended_at IS NOT NULL, severity, metric, subject")
                .param("ids", ids)
                .query((row, n) -> of(breaches, row).add(breach(row)))
                .list();
        Map<UUID, List<ResponseView>> responses = new HashMap<>();
        jdbc.sql("SELECT * FROM alert_response WHERE alert_id = ANY (:ids::uuid[]) ORDER BY at, action")
                .param("ids", ids)
                .query((row, n) -> of(responses, row).add(response(row)))
                .list();
        Map<UUID, List<DeliveryView>> deliveries = new HashMap<>();
        jdbc.sql("SELECT * FROM alert_delivery WHERE alert_id = ANY (:ids::uuid[]) ORDER BY made_at, id")
                .param("ids", ids)
                .query((row, n) -> of(deliveries, row).add(delivery(row)))
                .list();
        return alerts.stream()
                .map(alert -> new AlertView(
                        alert.id(),
                        alert.target(),
                        alert.family(),
                        alert.severity(),
                        alert.state(),
                        alert.words(),
                        alert.openedAt(),
                        alert.seenAt(),
                        alert.changedBy(),
                        alert.changedAt(),
                        alert.mutedUntil(),
                        alert.resolvedAt(),
                        alert.verdict(),
                        alert.verdictBy(),
                        breaches.getOrDefault(alert.id(), List.of()),
                        responses.getOrDefault(alert.id(), List.of()),
                        deliveries.getOrDefault(alert.id(), List.of())))
                .toList();
    }

    private static <T> List<T> of(Map<UUID, List<T>> all, ResultSet row) throws SQLException {
        return all.computeIfAbsent(row.getObject("alert_id", UUID.class), id -> new ArrayList<>());
    }

    private static AlertView row(ResultSet row) throws SQLException {
        return new AlertView(
                row.getObject("id", UUID.class),
                row.getString("target_id"),
                row.getString("family"),
                row.getString("severity"),
                row.getString("state"),
                row.getString("words"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "seen_at"),
                row.getString("changed_by"),
                Columns.instantOrNull(row, "changed_at"),
                Columns.instantOrNull(row, "muted_until"),
                Columns.instantOrNull(row, "resolved_at"),
                row.getString("verdict"),
                row.getString("verdict_by"),
                List.of(),
                List.of(),
                List.of());
    }

    private static BreachView breach(ResultSet row) throws SQLException {
        String called = row.getString("called");
        return new BreachView(
                called == null ? row.getString("metric") : called,
                row.getString("metric"),
                row.getString("subject"),
                row.getString("unit"),
                row.getDouble("value"),
                row.getDouble("worst"),
                row.getDouble("threshold"),
                row.getString("threshold_from"),
                row.getString("severity"),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"),
                Columns.instantOrNull(row, "ended_at"));
    }

    private static ResponseView response(ResultSet row) throws SQLException {
        return new ResponseView(
                row.getString("severity"),
                row.getString("action"),
                Columns.instant(row, "at"),
                row.getString("run_id"),
                row.getString("change_id"),
                row.getString("resource"),
                row.getString("words"),
                row.getString("why_none"));
    }

    private static DeliveryView delivery(ResultSet row) throws SQLException {
        boolean waits = row.getString("status").equals("WAITING");
        return new DeliveryView(
                row.getString("channel"),
                row.getString("event"),
                row.getString("status"),
                row.getInt("attempts"),
                Columns.instant(row, "made_at"),
                waits ? Columns.instant(row, "next_at") : null,
                Columns.instantOrNull(row, "ended_at"),
                row.getString("last_words"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
