package dev.perfloop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.run.RunOutcome;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run brought in money is part of its summary, however it ends. */
class ReportTests {
    private static final RunId RUN = new RunId("run-1");
    private static final String DEFINITION = """
            name: books
            baseUrl: http://127.0.0.1:1
            load: { arrivalRate: 40/s, requests: [ { name: list, get: / } ] }
            database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
            costs: { currency: EUR, instances: 4, instanceHour: 0.5, storageGbMonth: 0.1, engineerHour: 80, engineerHours: 1.5 }
            """;

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private final AnnotationConfigApplicationContext rooms =
            Rooms.open(ours, List.of(), "run", "target", "load", "change", "approval", "report");

    @BeforeEach
    void run() {
        jdbc.sql("INSERT INTO target VALUES ('books', 'name: books', 'x', now(), now())")
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'books', :it, 'STANDARD', 'RUNNING', 'operator', now())""").param("it", DEFINITION).update();
        jdbc.sql("""
                        INSERT INTO plan (run_id, tier, summary, document, content, created_at)
                        VALUES ('run-1', 'T2', 's', 'd', '{"steps": [
                            {"changeId": "c1", "cost": {"build": {"diskHighBytes": 5e9}}},
                            {"changeId": "c2", "cost": {"build": {"diskHighBytes": 7e9}}}]}', now())""").update();
        change("c1", 1, "KEPT");
        change("c2", 2, "REVERTED");
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void whatIsKeptIsReckonedFromMeasuredCapacitiesAndSaidPrices() {
        stress("BEFORE", "{\"breakingRate\": 100}");
        stress("AFTER", "{\"breakingRate\": 200}");

        var roi = close(RunOutcome.TARGETS_MET);

        assertThat(roi.savedPerMonth().value()).isEqualTo(729.5);
        assertThat(roi.storageAdded().value()).as("of the kept change alone").isEqualTo(0.5);
        assertThat(jdbc.sql("SELECT summary #>> '{roi,capacityBefore,origin}' FROM run")
                        .query(String.class)
                        .single())
                .isEqualTo("breaking point of the stress test");
    }

    @Test
    void aTargetThatHeldHasNoCapacityThatIsKnown() {
        stress("BEFORE", "{\"breakingRate\": 100}");
        stress("AFTER", "{}");

        var roi = close(RunOutcome.ACCEPTABLE);

        assertThat(roi.computeBefore().value()).isEqualTo(1460.0);
        assertThat(roi.savedPerMonth().value()).isNull();
        assertThat(roi.savedPerMonth().origin()).contains("did not reach a breaking point");
    }

    @Test
    void aRunThatEndsBeforeAnythingWasMeasuredSaysWhatLacks() {
        jdbc.sql("UPDATE change SET status = 'PROPOSED'").update();

        var roi = close(RunOutcome.REJECTED);

        assertThat(roi.savedPerMonth().origin()).contains("No stress test was driven");
        assertThat(roi.storageAdded().value()).isZero();
        assertThat(roi.runCost().value()).isEqualTo(120.0);
    }

    @Test
    void aTargetFileThatCannotBeReadDoesNotKeepASummaryFromBeingWritten() {
        jdbc.sql("UPDATE run SET target_definition = 'name: books'").update();

        assertThat(close(RunOutcome.CANCELLED).instancesBefore().value()).isNull();
    }

    @Test
    void whatAPersonHasToTakeBackIsSaidAtTheEnd() {
        jdbc.sql(
                        "UPDATE change SET status = 'TO_BE_TAKEN_BACK', statement = 'Ask once', undo_statement = 'deploy.' WHERE id = 'c2'")
                .update();

        var summary = rooms.getBean(Report.class).close(RUN, RunOutcome.ROLLED_BACK);

        assertThat(summary.reason()).isEqualTo("A person has to take back what was applied by hand: Ask once: deploy.");
        assertThat(summary.changes())
                .last()
                .extracting(Summary.ChangeLine::status)
                .isEqualTo("TO_BE_TAKEN_BACK");
    }

    @Test
    void whereNothingWasDoneByHandTheSummarySaysWhy() {
        jdbc.sql(
                        "UPDATE change SET kind = 'CODE_ADVICE', status = 'SKIPPED', note = 'Nobody said in time that it was done.'")
                .update();

        assertThat(rooms.getBean(Report.class).close(RUN, RunOutcome.REJECTED).reason())
                .isEqualTo("Nobody said in time that it was done.");
    }

    private Roi close(RunOutcome outcome) {
        return rooms.getBean(Report.class).close(RUN, outcome).roi();
    }

    private void change(String id, int position, String status) {
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        VALUES (:id, 'run-1', :position, 'CREATE_INDEX', '{"kind": "CREATE_EXTENSION", "name": "x"}', 'do', 'undo',
                                :status)""")
                .param("id", id)
                .param("position", position)
                .param("status", status)
                .update();
    }

    private void stress(String phase, String result) {
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at, result)
                        VALUES (:phase, 'run-1', :phase, 'STRESS', 1, 1, 1, '{}', 'VALID', now(),
                                :result::jsonb || '{"all": {"p50Ms": 1, "p95Ms": 1, "p99Ms": 1, "meanMs": 1, "throughput": 1, "errorRate": 0}}')""").param("phase", phase).param("result", result).update();
    }
}
