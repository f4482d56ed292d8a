package dev.perfloop.web.gates;

import dev.perfloop.web.gates.Gates.GateVariables;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Wishes for gates, as rows, until the engine has taken them. */
@Repository
class GateOutboxRepository {
    enum Registration {
        ASKED,
        NO_GUARDS,
        /** The target has an active run. */
        BUSY
    }

    private final JdbcClient jdbc;

    GateOutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasTarget(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM target WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Copies the guards as they stand: each counts as not held until it is judged. */
    @Transactional
    public Registration request(
            String id, String target, Intensity intensity, List<String> profiles, String by, Instant now) {
        if (!hasGuards(target, profiles)) {
            return Registration.NO_GUARDS;
        }
        boolean isNew = jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        SELECT :id, name, definition, :intensity, 'REQUESTED', :by, :now
                        FROM target
                        WHERE name = :target
                        ON CONFLICT (target) WHERE status <> 'ENDED' DO NOTHING
                        """)
                        .param("id", id)
                        .param("target", target)
                        .param("intensity", intensity.name())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (!isNew) {
            return Registration.BUSY;
        }
        jdbc.sql("INSERT INTO regression_gate (run_id, profiles) VALUES (:id, :profiles)")
                .param("id", id)
                .param("profiles", profiles.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        INSERT INTO guard_check (run_id, profile, request, metric, ceiling, rate)
                        SELECT :id, profile, request, metric, ceiling, rate
                        FROM regression_guard
                        WHERE target = :target AND profile = ANY (:profiles)
                        """)
                .param("id", id)
                .param("target", target)
                .param("profiles", profiles.toArray(String[]::new))
                .update();
        return Registration.ASKED;
    }

    List<GateVariables> requestedBefore(Instant then) {
        return jdbc.sql("""
                        SELECT r.target, r.id, r.intensity, g.profiles
                        FROM run r
                        JOIN regression_gate g ON g.run_id = r.id
                        WHERE r.status = 'REQUESTED' AND r.requested_at < :then
                        ORDER BY r.requested_at
                        """)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, n) -> GateVariables.of(
                        row.getString("target"),
                        row.getString("id"),
                        Intensity.valueOf(row.getString("intensity")),
                        List.of((String[]) row.getArray("profiles").getArray())))
                .list();
    }

    private boolean hasGuards(String target, List<String> profiles) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM regression_guard WHERE target = :target AND profile = ANY (:profiles))
                        """)
                .param("target", target)
                .param("profiles", profiles.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
