package dev.perfloop.run;

import dev.perfloop.camunda.Step;
import dev.perfloop.camunda.StepListener.End;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalRepository {
    private final JdbcClient jdbc;

    JournalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A job that comes a second time (retry, or its worker died) keeps its row and counts an attempt more, which it gives. */
    int start(Step step, Instant at) {
        return jdbc.sql("""
                        INSERT INTO run_step (run_id, job_key, job_type, process_id, process_instance_key, element_id, element_instance_key,
                                              name, caller_element, status, started_at)
                        VALUES (:run, :job, :type, :process, :processInstance, :element, :elementInstance,
                                :name, :caller, 'STARTED', :at)
                        ON CONFLICT (job_key) DO UPDATE
                        SET attempt = run_step.attempt + 1, status = 'STARTED', progress = NULL, message = NULL, ended_at = NULL
                        RETURNING attempt""")
                .param("run", step.runId())
                .param("job", step.jobKey())
                .param("type", step.jobType())
                .param("process", step.processId())
                .param("processInstance", step.processInstanceKey())
                .param("element", step.elementId())
                .param("elementInstance", step.elementInstanceKey())
                .param("name", step.elementName())
                .param("caller", step.callerElement())
                .param("at", at(at))
                .query(Integer.class)
                .single();
    }

    /** Of the last delivery alone, as the next. */
    void progress(Step step, @Nullable Integer percent, String message) {
        jdbc.sql(
                        "UPDATE run_step SET progress = :percent, message = :message WHERE job_key = :job AND attempt = :delivery")
                .param("percent", percent)
                .param("message", message)
                .param("job", step.jobKey())
                .param("delivery", step.delivery())
                .update();
    }

    void end(Step step, End end, String message, Instant at) {
        jdbc.sql("""
                        UPDATE run_step
                        SET status = :status,
                            message = COALESCE(NULLIF(:message, ''), message),
                            progress = CASE WHEN :status = 'DONE' THEN 100 ELSE progress END,
                            ended_at = :at
                        WHERE job_key = :job AND attempt = :delivery""")
                .param("status", end.name())
                .param("message", message)
                .param("at", at(at))
                .param("job", step.jobKey())
                .param("delivery", step.delivery())
                .update();
    }

    void closeOpenSteps(RunId run, String except, Instant at) {
        jdbc.sql("""
                        UPDATE run_step
                        SET status = 'ERROR', message = 'Cut short by the end of the run', ended_at = :at
                        WHERE run_id = :run AND job_type <> :except AND status IN ('STARTED', 'RETRY', 'INCIDENT')""")
                .param("run", run.value())
                .param("except", except)
                .param("at", at(at))
                .update();
    }

    boolean isAtWork(RunId run, String jobType, String callerElement) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM run_step
                            WHERE run_id = :run AND job_type = :type AND caller_element = :caller
                              AND status IN ('STARTED', 'RETRY'))""")
                .param("run", run.value())
                .param("type", jobType)
                .param("caller", callerElement)
                .query(Boolean.class)
                .single();
    }

    void announceStep(long jobKey, Instant at) {
        jdbc.sql("""
                        INSERT INTO run_event (run_id, at, kind, payload)
                        SELECT run_id, :at, 'STEP', jsonb_build_object(
                            'elementId', element_id,
                            'name', name,
                            'processId', process_id,
                            'callerElement', caller_element,
                            'jobType', job_type,
                            'status', status,
                            'progress', progress,
                            'message', message,
                            'attempt', attempt,
                            'startedAt', to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                            'endedAt', to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                        FROM run_step WHERE job_key = :job""").param("at", at(at)).param("job", jobKey).update();
    }

    void announce(RunId run, String kind, String payloadJson, Instant at) {
        jdbc.sql("INSERT INTO run_event (run_id, at, kind, payload) VALUES (:run, :at, :kind, :payload::jsonb)")
                .param("run", run.value())
                .param("at", at(at))
                .param("kind", kind)
                .param("payload", payloadJson)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
