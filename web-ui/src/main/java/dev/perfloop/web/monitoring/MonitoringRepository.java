package dev.perfloop.web.monitoring;

import dev.perfloop.web.monitoring.MonitoringView.AssessmentView;
import dev.perfloop.web.monitoring.MonitoringView.GapView;
import dev.perfloop.web.monitoring.MonitoringView.MonitoredSourceView;
import dev.perfloop.web.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MonitoringRepository {
    /** What is wanted of a target's monitoring, and when its process instance was last at work. */
    record Wanted(
            String target,
            boolean wanted,
            int everySeconds,
            int cycleSeconds,
            String changedBy,
            Instant changedAt,
            @Nullable Instant tickedAt) {}

    private static final int NEWEST = 50;

    private final JdbcClient jdbc;

    MonitoringRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Wanted> of(String target) {
        return jdbc.sql("SELECT * FROM monitoring WHERE target_id = :target")
                .param("target", target)
                .query((row, n) -> wanted(row))
                .optional();
    }

    /**
     * Beats keep away from where minutes begin, so that each minute holds as many readings; and targets from each other.
     */
    void want(String target, MonitoringWish wish, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO monitoring (target_id, wanted, every_seconds, cycle_seconds, changed_by, changed_at, next_at)
                        VALUES (:target, true, :every, :cycle, :by, :now, date_trunc('minute', :now::timestamptz)
                                + make_interval(secs => 3 + abs(hashtext(:target)::bigint) % (:every - 6)))
                        ON CONFLICT (target_id) DO UPDATE
                        SET wanted = true, every_seconds = excluded.every_seconds, cycle_seconds = excluded.cycle_seconds,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at, next_at = excluded.next_at""")
                .param("target", target)
                .param("every", wish.everySeconds())
                .param("cycle", wish.cycleSeconds())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when it was not wanted. */
    boolean unwant(String target, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE monitoring SET wanted = false, changed_by = :by, changed_at = :now
                        WHERE target_id = :target AND wanted""")
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("target", target)
                        .update()
                == 1;
    }

    /** Wanted, though the target was deleted. */
    List<String> orphans() {
        return jdbc.sql("""
                        SELECT target_id FROM monitoring m
                        WHERE wanted AND NOT EXISTS (SELECT 1 FROM target t WHERE t.name = m.target_id)""").query(String.class).list();
    }

    /** Whose process instance is not there though it should be, or is though it should not. */
    List<Wanted> amiss(Instant now) {
        return jdbc.sql("""
                        SELECT * FROM monitoring
                        WHERE changed_at < :now::timestamptz - interval '10 s'
                          AND CASE WHEN wanted
                                   THEN ticked_at IS NULL
                                        OR ticked_at < changed_at
                                        OR ticked_at < :now::timestamptz - make_interval(secs => 3 * cycle_seconds)
                                   ELSE ticked_at > changed_at END
                        ORDER BY changed_at""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> wanted(row))
                .list();
    }

    Optional<AssessmentView> newestAssessment(String target) {
        return jdbc.sql("""
                        SELECT id, at, rests_on, words FROM assessment
                        WHERE target_id = :target ORDER BY at DESC LIMIT 1""")
                .param("target", target)
                .query((row, n) -> new AssessmentView(
                        row.getString("id"),
                        Columns.instant(row, "at"),
                        row.getString("rests_on"),
                        row.getString("words")))
                .optional();
    }

    List<MonitoredSourceView> sources(String target) {
        return jdbc.sql("SELECT source, at FROM source_state WHERE target_id = :target ORDER BY source")
                .param("target", target)
                .query((row, n) -> new MonitoredSourceView(row.getString("source"), Columns.instant(row, "at")))
                .list();
    }

    List<GapView> gaps(String target) {
        return jdbc.sql("""
                        SELECT source, since, until, reason, recovered FROM gap
                        WHERE target_id = :target ORDER BY since DESC, source LIMIT :newest""")
                .param("target", target)
                .param("newest", NEWEST)
                .query((row, n) -> new GapView(
                        row.getString("source"),
                        Columns.instant(row, "since"),
                        Columns.instantOrNull(row, "until"),
                        row.getString("reason"),
                        row.getString("recovered")))
                .list();
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                row.getString("target_id"),
                row.getBoolean("wanted"),
                row.getInt("every_seconds"),
                row.getInt("cycle_seconds"),
                row.getString("changed_by"),
                Columns.instant(row, "changed_at"),
                Columns.instantOrNull(row, "ticked_at"));
    }
}
