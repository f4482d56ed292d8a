package dev.perfloop.web.starts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.web.rows.RawJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StartRepository {
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    StartRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean hasTarget(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM target WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /**
     * The definition is copied: what is changed about the target later does not change this run.
     *
     * @param besides writes what else belongs to the run, in the same transaction
     * @return false when the target has an active run, or a change is being taken back from it
     */
    @Transactional
    public boolean request(Start start, String by, Instant now, Runnable besides) {
        boolean isNew = jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        SELECT :id, name, definition, :intensity, 'REQUESTED', :by, :now
                        FROM target
                        WHERE name = :target
                        ON CONFLICT (target) WHERE status <> 'ENDED' DO NOTHING
                        """)
                        .param("id", start.runId())
                        .param("target", start.target())
                        .param("intensity", start.intensity().name())
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (isNew) {
            jdbc.sql("INSERT INTO start_message (run_id, name, variables) VALUES (:id, :name, :variables::jsonb)")
                    .param("id", start.runId())
                    .param("name", start.message())
                    .param("variables", text(start.variables()))
                    .update();
            besides.run();
        }
        return isNew;
    }

    /** The change that is being taken back from a target. */
    Optional<String> goingFrom(String target) {
        return jdbc.sql("SELECT change_id FROM taking_back WHERE target = :target LIMIT 1")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    /** What no process instance has claimed. */
    List<Start> requestedBefore(Instant then) {
        return jdbc.sql(WAITING + "AND r.requested_at < :then ORDER BY r.requested_at")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, n) -> start(row))
                .list();
    }

    List<Start> requested(String runId) {
        return jdbc.sql(WAITING + "AND r.id = :id")
                .param("id", runId)
                .query((row, n) -> start(row))
                .list();
    }

    private static final String WAITING = """
            SELECT r.id, r.target, r.intensity, m.name, m.variables
            FROM run r
            JOIN start_message m ON m.run_id = r.id
            WHERE r.status = 'REQUESTED'
            """;

    private static Start start(ResultSet row) throws SQLException {
        return new Start(
                row.getString("name"),
                row.getString("target"),
                row.getString("id"),
                Intensity.valueOf(row.getString("intensity")),
                new RawJson(row.getString("variables")));
    }

    private String text(Record variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
