package dev.perfloop.web.runs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StuckStepRepository {
    private final JdbcClient jdbc;

    StuckStepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest step of the run that an incident holds: the one that the run's view tells of. */
    Optional<StuckStep> of(String runId) {
        return jdbc.sql("""
                        SELECT s.process_id, s.process_instance_key, s.element_id, s.element_instance_key, s.name,
                               EXISTS (SELECT 1 FROM load_injector i WHERE i.job_key = s.job_key) AS shared
                        FROM run_step s
                        WHERE s.run_id = :runId
                          AND s.status = 'INCIDENT'
                          AND NOT EXISTS (
                              SELECT 1
                              FROM run_step later
                              WHERE later.run_id = s.run_id
                                AND later.element_id = s.element_id
                                AND later.caller_element IS NOT DISTINCT FROM s.caller_element
                                AND later.id > s.id)
                        ORDER BY s.id DESC
                        LIMIT 1
                        """)
                .param("runId", runId)
                .query((row, n) -> new StuckStep(
                        row.getString("process_id"),
                        row.getObject("process_instance_key", Long.class),
                        row.getString("element_id"),
                        row.getObject("element_instance_key", Long.class),
                        row.getString("name"),
                        row.getBoolean("shared")))
                .optional();
    }

    /**
     * @param processInstanceKey absent, as the other key, in steps that were written down by an earlier version
     * @param shared whether several workers drive it together
     */
    record StuckStep(
            String processId,
            @Nullable Long processInstanceKey,
            String elementId,
            @Nullable Long elementInstanceKey,
            String name,
            boolean shared) {}
}
