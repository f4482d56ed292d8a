package dev.perfloop.web.schedules;

import dev.perfloop.contract.timetable.Timetable;
import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.schedules.ScheduleView.TickView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScheduleRepository {
    private static final int SHOWN_TIMES = 5;
    private static final String SCHEDULES = """
            SELECT s.*, t.due_at, t.decided_at, t.missed, t.run_id, t.why_none, r.outcome
            FROM schedule s
            LEFT JOIN LATERAL (
                SELECT * FROM schedule_tick
                WHERE schedule_id = s.id
                ORDER BY due_at DESC
                LIMIT 1) t ON true
            LEFT JOIN run r ON r.id = t.run_id
            WHERE s.status <> 'REMOVED'
            """;

    private final JdbcClient jdbc;

    ScheduleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ScheduleView> all(@Nullable String target, Instant now) {
        return jdbc.sql(SCHEDULES
                        + "AND (:target::text IS NULL OR s.target = :target) ORDER BY s.target, s.made_at, s.id")
                .param("target", target)
                .query((row, n) -> view(row, now))
                .list();
    }

    Optional<ScheduleView> find(String id, Instant now) {
        return jdbc.sql(SCHEDULES + "AND s.id = :id")
                .param("id", id)
                .query((row, n) -> view(row, now))
                .optional();
    }

    void add(String id, String target, ScheduleWish wish, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO schedule (id, target, times, zone, intensity, in_windows_only, status, since, dealt_with_until,
                                              version, seen_version, made_by, made_at, changed_by, changed_at)
                        VALUES (:id, :target, :times, :zone, :intensity, :windows, 'ACTIVE', :now, :now, 1, 0, :by, :now, :by, :now)
                        """)
                .param("id", id)
                .param("target", target)
                .param("times", wish.times().strip())
                .param("zone", wish.zone().strip())
                .param("intensity", wish.wantedIntensity().name())
                .param("windows", wish.windowsOnly())
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    /** Times of before are not made up for. */
    boolean change(String id, ScheduleWish wish, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE schedule
                        SET times = :times, zone = :zone, intensity = :intensity, in_windows_only = :windows,
                            since = :now, dealt_with_until = :now, next_due = NULL, version = version + 1,
                            changed_by = :by, changed_at = :now
                        WHERE id = :id AND status <> 'REMOVED'
                        """)
                        .param("id", id)
                        .param("times", wish.times().strip())
                        .param("zone", wish.zone().strip())
                        .param("intensity", wish.wantedIntensity().name())
                        .param("windows", wish.windowsOnly())
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** What came while it was paused is not made up for. One that is so already is left alone. */
    boolean set(String id, String status, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE schedule
                        SET status = :status, dealt_with_until = :now, next_due = NULL, version = version + 1,
                            changed_by = :by, changed_at = :now
                        WHERE id = :id AND status NOT IN ('REMOVED', :status)
                        """)
                        .param("id", id)
                        .param("status", status)
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    long version(String id) {
        return jdbc.sql("SELECT version FROM schedule WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Those whose process instance has not heard of the last change, or does not keep its time. */
    List<Changed> unheard(Instant changedBefore, Instant dueBefore) {
        return jdbc.sql("""
                        SELECT id, version FROM schedule
                        WHERE seen_version < version AND changed_at < :changed
                           OR status = 'ACTIVE' AND next_due < :due
                        ORDER BY id
                        """)
                .param("changed", at(changedBefore))
                .param("due", at(dueBefore))
                .query((row, n) -> new Changed(row.getString("id"), row.getLong("version")))
                .list();
    }

    List<TickView> ticks(String id, @Nullable Instant before, int most) {
        return jdbc.sql("""
                        SELECT t.*, r.outcome
                        FROM schedule_tick t
                        LEFT JOIN run r ON r.id = t.run_id
                        WHERE t.schedule_id = :id AND (:before::timestamptz IS NULL OR t.due_at < :before)
                        ORDER BY t.due_at DESC
                        LIMIT :most
                        """)
                .param("id", id)
                .param("before", before == null ? null : at(before))
                .param("most", most)
                .query((row, n) -> tick(row))
                .list();
    }

    private static ScheduleView view(ResultSet row, Instant now) throws SQLException {
        String status = row.getString("status");
        var table =
                Timetable.of(row.getString("times"), ZoneId.of(row.getString("zone")), Columns.instant(row, "since"));
        return new ScheduleView(
                row.getString("id"),
                row.getString("target"),
                row.getString("times"),
                row.getString("zone"),
                row.getString("intensity"),
                row.getBoolean("in_windows_only"),
                status,
                row.getLong("seen_version") == row.getLong("version"),
                row.getString("made_by"),
                Columns.instant(row, "made_at"),
                row.getString("changed_by"),
                Columns.instant(row, "changed_at"),
                status.equals("ACTIVE") ? table.next(now, SHOWN_TIMES) : List.of(),
                row.getObject("due_at") == null ? null : tick(row));
    }

    private static TickView tick(ResultSet row) throws SQLException {
        return new TickView(
                Columns.instant(row, "due_at"),
                Columns.instant(row, "decided_at"),
                row.getInt("missed"),
                row.getString("run_id"),
                row.getString("outcome"),
                row.getString("why_none"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    record Changed(String id, long version) {}
}
