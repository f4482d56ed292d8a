package dev.perfloop.schedule;

import dev.perfloop.run.Intensity;
import dev.perfloop.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScheduleRepository {
    private final JdbcClient jdbc;

    ScheduleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<Schedule> locked(String id) {
        return jdbc.sql("""
                        SELECT id, target, times, zone, intensity, in_windows_only, status, since, dealt_with_until, next_due,
                               changed_by
                        FROM schedule
                        WHERE id = :id
                        FOR UPDATE""").param("id", id).query((row, n) -> schedule(row)).optional();
    }

    void planned(String id, @Nullable Instant nextDue, long processInstanceKey) {
        jdbc.sql("""
                        UPDATE schedule
                        SET seen_version = version, next_due = :due, process_instance_key = :key
                        WHERE id = :id""")
                .param("id", id)
                .param("due", nextDue == null ? null : at(nextDue))
                .param("key", processInstanceKey)
                .update();
    }

    boolean isDecided(String id, Instant due) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM schedule_tick WHERE schedule_id = :id AND due_at = :due)")
                .param("id", id)
                .param("due", at(due))
                .query(Boolean.class)
                .single();
    }

    Optional<RunId> runOf(String id, Instant due) {
        return jdbc.sql("""
                        SELECT run_id FROM schedule_tick
                        WHERE schedule_id = :id AND due_at = :due AND run_id IS NOT NULL""")
                .param("id", id)
                .param("due", at(due))
                .query((row, n) -> new RunId(row.getString("run_id")))
                .optional();
    }

    void decided(String id, Instant due, Decided decided, Instant now) {
        var run = decided instanceof Decided.Begins begins ? begins.run().value() : null;
        var why = decided instanceof Decided.Skipped skipped ? skipped.why() : null;
        jdbc.sql("""
                        INSERT INTO schedule_tick (schedule_id, due_at, decided_at, missed, run_id, why_none)
                        VALUES (:id, :due, :now, :missed, :run, :why)""")
                .param("id", id)
                .param("due", at(due))
                .param("now", at(now))
                .param("missed", decided.missed())
                .param("run", run)
                .param("why", why)
                .update();
    }

    void dealtWith(String id, Instant until) {
        jdbc.sql("UPDATE schedule SET dealt_with_until = :until, next_due = NULL WHERE id = :id")
                .param("id", id)
                .param("until", at(until))
                .update();
    }

    Optional<String> definitionOf(String target) {
        return jdbc.sql("SELECT definition FROM target WHERE name = :name")
                .param("name", target)
                .query(String.class)
                .optional();
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getString("id"),
                row.getString("target"),
                row.getString("times"),
                row.getString("zone"),
                Intensity.valueOf(row.getString("intensity")),
                row.getBoolean("in_windows_only"),
                ScheduleStatus.valueOf(row.getString("status")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("dealt_with_until", OffsetDateTime.class).toInstant(),
                row.getObject("next_due", OffsetDateTime.class) instanceof OffsetDateTime due ? due.toInstant() : null,
                row.getString("changed_by"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
