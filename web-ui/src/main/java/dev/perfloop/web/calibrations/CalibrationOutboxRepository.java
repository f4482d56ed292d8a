package dev.perfloop.web.calibrations;

import dev.perfloop.web.calibrations.CalibrationWish.Intensity;
import dev.perfloop.web.calibrations.Calibrations.CalibrationVariables;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Wishes for calibrations, as rows, until the engine has taken them. */
@Repository
class CalibrationOutboxRepository {
    private final JdbcClient jdbc;

    CalibrationOutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasTarget(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM target WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** False: the target has an active run. */
    @Transactional
    public boolean request(String id, String target, CalibrationWish wish, String by, Instant now) {
        boolean isNew = jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        SELECT :id, name, definition, :intensity, 'REQUESTED', :by, :now
                        FROM target
                        WHERE name = :target
                        ON CONFLICT (target) WHERE status <> 'ENDED' DO NOTHING
                        """)
                        .param("id", id)
                        .param("target", target)
                        .param("intensity", wish.intensity().name())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (isNew) {
            jdbc.sql("INSERT INTO calibration (run_id, wanted) VALUES (:id, :tests)")
                    .param("id", id)
                    .param("tests", wish.tests())
                    .update();
        }
        return isNew;
    }

    List<CalibrationVariables> requestedBefore(Instant then) {
        return jdbc.sql("""
                        SELECT r.target, r.id, r.intensity, c.wanted
                        FROM run r
                        JOIN calibration c ON c.run_id = r.id
                        WHERE r.status = 'REQUESTED' AND r.requested_at < :then
                        ORDER BY r.requested_at
                        """)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new CalibrationVariables(
                        row.getString("target"),
                        row.getString("id"),
                        Intensity.valueOf(row.getString("intensity")),
                        row.getInt("wanted")))
                .list();
    }
}
