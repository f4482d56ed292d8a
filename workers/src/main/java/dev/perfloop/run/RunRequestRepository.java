package dev.perfloop.run;

import dev.perfloop.run.RunRequests.Waiting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunRequestRepository {
    private final JdbcClient jdbc;

    RunRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the target has an active run, or a change is being taken back from it. */
    boolean request(RunId id, String target, Intensity intensity, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        SELECT :id, name, definition, :intensity, 'REQUESTED', :by, :at
                        FROM target
                        WHERE name = :target
                        ON CONFLICT (target) WHERE status <> 'ENDED' DO NOTHING""")
                        .param("id", id.value())
                        .param("target", target)
                        .param("intensity", intensity.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void keepMessage(RunId id, String message) {
        jdbc.sql("""
                        INSERT INTO start_message (run_id, name, variables)
                        SELECT id, :name, jsonb_build_object('target', target, 'runId', id, 'intensity', intensity)
                        FROM run
                        WHERE id = :id""").param("id", id.value()).param("name", message).update();
    }

    Optional<Waiting> waiting(RunId id) {
        return jdbc.sql("SELECT target, intensity FROM run WHERE id = :id AND status = 'REQUESTED'")
                .param("id", id.value())
                .query((row, n) ->
                        new Waiting(row.getString("target"), id, Intensity.valueOf(row.getString("intensity"))))
                .optional();
    }

    /** The change that is being taken back from the target. */
    Optional<String> goingFrom(String target) {
        return jdbc.sql("SELECT change_id FROM taking_back WHERE target = :target LIMIT 1")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    Optional<RunId> activeOn(String target) {
        return jdbc.sql("SELECT id FROM run WHERE target = :target AND status <> 'ENDED'")
                .param("target", target)
                .query((row, n) -> new RunId(row.getString("id")))
                .optional();
    }
}
