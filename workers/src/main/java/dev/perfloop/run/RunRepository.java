package dev.perfloop.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunRepository {
    private static final RowMapper<Run> RUN = (row, n) -> new Run(
            new RunId(row.getString("id")),
            row.getString("target"),
            row.getString("target_definition"),
            Intensity.valueOf(row.getString("intensity")),
            RunStatus.valueOf(row.getString("status")),
            row.getString("outcome") == null ? null : RunOutcome.valueOf(row.getString("outcome")),
            row.getObject("process_instance_key", Long.class),
            row.getTimestamp("requested_at").toInstant(),
            row.getTimestamp("started_at") == null
                    ? null
                    : row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("ended_at") == null
                    ? null
                    : row.getTimestamp("ended_at").toInstant());

    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Run> find(RunId id) {
        return jdbc.sql("SELECT * FROM run WHERE id = :id")
                .param("id", id.value())
                .query(RUN)
                .optional();
    }

    Optional<Run> activeOn(String target) {
        return jdbc.sql("SELECT * FROM run WHERE target = :target AND status <> 'ENDED'")
                .param("target", target)
                .query(RUN)
                .optional();
    }

    Optional<String> definitionOf(String target) {
        return jdbc.sql("SELECT definition FROM target WHERE name = :name")
                .param("name", target)
                .query(String.class)
                .optional();
    }

    /** Does nothing when the target has an active run already, or a change is being taken back from it. */
    void request(RunId id, String target, String definition, Intensity intensity, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:id, :target, :definition, :intensity, 'REQUESTED', :by, :at)
                        ON CONFLICT DO NOTHING""")
                .param("id", id.value())
                .param("target", target)
                .param("definition", definition)
                .param("intensity", intensity.name())
                .param("by", by)
                .param("at", at(at))
                .update();
    }

    /** True when the run is this process instance's, be it from now on or since an earlier delivery of the same job. */
    boolean claim(RunId id, long processInstanceKey, Instant at) {
        return jdbc.sql("""
                        UPDATE run
                        SET status = 'RUNNING',
                            process_instance_key = :key,
                            started_at = COALESCE(started_at, :at)
                        WHERE id = :id
                          AND (status = 'REQUESTED' OR status = 'RUNNING' AND process_instance_key = :key)""")
                        .param("id", id.value())
                        .param("key", processInstanceKey)
                        .param("at", at(at))
                        .update()
                == 1;
    }

    void end(RunId id, RunOutcome outcome, String summaryJson, Instant at) {
        jdbc.sql("""
                        UPDATE run
                        SET status = 'ENDED', outcome = :outcome, summary = :summary::jsonb, ended_at = :at
                        WHERE id = :id AND status <> 'ENDED'""")
                .param("id", id.value())
                .param("outcome", outcome.name())
                .param("summary", summaryJson)
                .param("at", at(at))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
