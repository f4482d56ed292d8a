package dev.perfloop.faults;

import static org.mockito.Mockito.mock;

import dev.perfloop.analysis.Diagnosis;
import dev.perfloop.analysis.Findings;
import dev.perfloop.camunda.Step;
import dev.perfloop.fingerprint.CountedCalls;
import dev.perfloop.load.ProfilingDrive;
import dev.perfloop.optimization.TriedProposals;
import dev.perfloop.profiling.TakenProfile;
import dev.perfloop.run.RunId;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One run up to its root causes, step by step as the model has them. */
final class Diagnosing {
    private static final int ATTEMPTS = 3;

    private final ApplicationContext rooms;
    private final JdbcClient ours;
    private final Step step = mock();

    Diagnosing(ApplicationContext rooms, JdbcClient ours) {
        this.rooms = rooms;
        this.ours = ours;
    }

    Diagnosis.Result of(RunId run, long jobKey, String target) throws Exception {
        register(run, target);
        TakenProfile.check(rooms, run);
        CountedCalls.count(rooms, run, step);
        observed(run, jobKey);
        if (!Diagnosis.objectivesMet(rooms, run)) {
            TakenProfile.plans(rooms, run, step);
        }
        var diagnosed = Diagnosis.of(rooms, run);
        if (diagnosed.objectivesMet()) {
            return diagnosed;
        }
        TriedProposals.attempt(rooms, run);
        return new Diagnosis.Result(
                false, diagnosed.bottlenecks(), rooms.getBean(Findings.class).of(run));
    }

    /** Load alone, nobody looking. */
    void unobserved(RunId run, long jobKey, String target) throws Exception {
        register(run, target);
        drive(run, jobKey);
    }

    /** Load with everything that is looked at while a profile is taken. */
    void observed(RunId run, long jobKey, String target) throws Exception {
        register(run, target);
        observed(run, jobKey);
    }

    private void observed(RunId run, long jobKey) throws Exception {
        loadIs(run, jobKey, "STARTED");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var collecting = threads.submit(() -> TakenProfile.collect(rooms, run, step));
            try {
                drive(run, jobKey);
            } catch (Exception failure) {
                collecting.cancel(true);
                throw failure;
            }
            loadIs(run, jobKey, "DONE");
            collecting.get();
        }
    }

    /** As often as the model does: autovacuum of the tables just filled may well spoil the first. */
    private void drive(RunId run, long jobKey) throws IOException, InterruptedException {
        boolean valid = false;
        for (int attempt = 1; attempt <= ATTEMPTS && !valid; attempt++) {
            valid = ProfilingDrive.drive(rooms, run, jobKey);
        }
        if (!valid) {
            throw new IllegalStateException("Invalid load: "
                    + ours.sql("SELECT string_agg(invalid_reason, '; ') FROM load_test WHERE run_id = :run")
                            .param("run", run.value())
                            .query(String.class)
                            .single());
        }
    }

    private void register(RunId run, String target) {
        ours.sql("INSERT INTO target VALUES (:run, :it, 'x', now(), now())")
                .param("run", run.value())
                .param("it", target)
                .update();
        ours.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:run, :run, :it, 'QUICK', 'RUNNING', 'operator', now())""").param("run", run.value()).param("it", target).update();
    }

    private void loadIs(RunId run, long jobKey, String status) {
        ours.sql("""
                        INSERT INTO run_step (run_id, job_key, job_type, process_id, element_id, name, caller_element, status,
                                              started_at)
                        VALUES (:run, :key, 'run-load-test', 'load-validation', 'Task_RunBaseline', 'Run baseline load test',
                                'CallActivity_DriveProfilingLoad', :status, now())
                        ON CONFLICT (job_key) DO UPDATE SET status = EXCLUDED.status""")
                .param("run", run.value())
                .param("key", jobKey)
                .param("status", status)
                .update();
    }
}
