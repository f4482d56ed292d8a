package dev.perfloop.web.support;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts into the database what the workers would have written. Every target is a new one, so tests never meet. */
public final class Rows {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Rows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public String target() {
        String name = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO target (name, definition, checksum, created_at, updated_at)
                        VALUES (:name, :definition, 'x', :now, :now)
                        """)
                .param("name", name)
                .param("definition", "name: " + name + "\nbaseUrl: http://localhost:8081\n")
                .param("now", now())
                .update();
        return name;
    }

    /** A run that a process instance has taken. */
    public String run(String target) {
        return run(target, 2251799813685249L);
    }

    public String run(String target, long processInstanceKey) {
        String id = "run-" + UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, process_instance_key,
                                         requested_by, requested_at, started_at)
                        VALUES (:id, :target, 'name: x', 'QUICK', 'RUNNING', :key, 'operator', :now, :now)
                        """)
                .param("id", id)
                .param("target", target)
                .param("key", processInstanceKey)
                .param("now", now())
                .update();
        return id;
    }

    public String requested(String target) {
        String id = run(target);
        jdbc.sql("UPDATE run SET status = 'REQUESTED', process_instance_key = NULL WHERE id = :id")
                .param("id", id)
                .update();
        return id;
    }

    public String run() {
        return run(target());
    }

    public void end(String run, String outcome) {
        jdbc.sql("UPDATE run SET status = 'ENDED', outcome = :outcome, ended_at = :now WHERE id = :id")
                .param("id", run)
                .param("outcome", outcome)
                .param("now", now())
                .update();
    }

    public void step(String run, long jobKey, String elementId, String status) {
        jdbc.sql("""
                        INSERT INTO run_step (run_id, job_key, job_type, process_id, element_id, name, status, message, started_at)
                        VALUES (:run, :jobKey, 'apply-change', 'performance-optimization', :element, 'Apply change', :status,
                                'as told', :now)
                        """)
                .param("run", run)
                .param("jobKey", jobKey)
                .param("element", elementId)
                .param("status", status)
                .param("now", now())
                .update();
    }

    public String pendingApproval(String run) {
        String id = run + "-plan";
        jdbc.sql("""
                        INSERT INTO approval (id, run_id, kind, status, requested_at)
                        VALUES (:id, :run, 'PLAN', 'PENDING', :now)
                        """).param("id", id).param("run", run).param("now", now()).update();
        return id;
    }

    public long event(String run, String kind, String payload) {
        return jdbc.sql("""
                        INSERT INTO run_event (run_id, at, kind, payload)
                        VALUES (:run, :now, :kind, :payload::jsonb)
                        RETURNING id
                        """)
                .param("run", run)
                .param("now", now())
                .param("kind", kind)
                .param("payload", payload)
                .query(Long.class)
                .single();
    }
}
