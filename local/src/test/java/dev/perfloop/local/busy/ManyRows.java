package dev.perfloop.local.busy;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a busy year leaves behind: 200 targets, 10,000 runs with their steps and events, one of them with 5,000 statements,
 * and one that is at work.
 */
final class ManyRows {
    static final String LARGE_RUN = "run-10000";
    static final String ACTIVE_RUN = "run-active";

    private ManyRows() {}

    static void fill(JdbcClient jdbc) {
        jdbc.sql("ALTER TABLE run_event DISABLE TRIGGER run_event_announced").update();
        jdbc.sql("""
                        INSERT INTO target
                        SELECT 'service-' || t,
                               format(E'name: service-%s\\nbaseUrl: http://localhost:8081\\nload: { arrivalRate: 20/s, requests: [{ name: list, get: /list }] }\\nobjectives: { p95: 50ms }\\ndatabase: { url: "jdbc:postgresql://localhost/x", user: x }\\n', t),
                               'x', now() - interval '1 year', now()
                        FROM generate_series(1, 200) t
                        """).update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, process_instance_key,
                                         requested_by, requested_at, started_at, ended_at, summary)
                        SELECT 'run-' || r, 'service-' || (1 + r % 200), 'name: x', 'QUICK', 'ENDED',
                               (ARRAY['TARGETS_MET', 'ACCEPTABLE', 'ROLLED_BACK', 'REJECTED', 'INCONCLUSIVE'])[1 + r % 5], r,
                               'operator', at, at, at + interval '5 minutes', '{"verdict": null}'
                        FROM generate_series(1, 10000) r, LATERAL (SELECT now() - (10001 - r) * interval '50 minutes' AS at) a
                        """).update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, process_instance_key, requested_by,
                                         requested_at, started_at)
                        VALUES (:run, 'service-1', 'name: x', 'QUICK', 'RUNNING', 20000, 'operator', now(), now())
                        """).param("run", ACTIVE_RUN).update();
        jdbc.sql("""
                        INSERT INTO run_step (run_id, job_key, job_type, process_id, element_id, name, status, message, started_at, ended_at)
                        SELECT run.id, run.process_instance_key * 100 + s, 'apply-change', 'performance-optimization',
                               'Task_ApplyChange', 'Apply change', 'DONE', 'done as planned', run.started_at, run.started_at
                        FROM run, generate_series(1, 30) s
                        """).update();
        jdbc.sql("""
                        INSERT INTO run_event (run_id, at, kind, payload)
                        SELECT run.id, run.started_at, 'STEP', '{"elementId": "Task_ApplyChange", "status": "DONE"}'
                        FROM run, generate_series(1, 30) s
                        """).update();
        statements(jdbc);
        jdbc.sql("ALTER TABLE run_event ENABLE TRIGGER run_event_announced").update();
        jdbc.sql("ANALYZE").update();
    }

    private static void statements(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO profile (run_id, from_at, to_at, server_version, tables, indexes, settings, waits)
                        VALUES (:run, now(), now(), '18.1', '[]', '[]', '{}', '[]')
                        """).param("run", LARGE_RUN).update();
        jdbc.sql("""
                        INSERT INTO profile_statement (run_id, query_id, query, calls, total_ms, mean_ms, rows, shared_blks_hit,
                                                       shared_blks_read, temp_blks, wal_bytes, db_time_share)
                        SELECT :run, s,
                               format('SELECT o.id, o.total, c.name FROM customer_order_%s o JOIN customer c ON c.id = o.customer_id '
                                      || 'WHERE o.customer_id = $1 AND o.ordered_at > $2 ORDER BY o.ordered_at DESC LIMIT $3', s),
                               1000, 50000.0 / s, 50.0 / s, 20000, 100000, 500, 0, 0, 0.1 / s
                        FROM generate_series(1, 5000) s
                        """).param("run", LARGE_RUN).update();
    }
}
