package dev.perfloop.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.report.Summary.ChangeLine;
import dev.perfloop.report.Summary.Figures;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SummaryRepositoryTests {
    private static final RunId RUN = new RunId("run-1");

    private final JdbcClient jdbc = JdbcClient.create(Database.migrated());
    private final SummaryRepository rows = new SummaryRepository(jdbc);

    @BeforeEach
    void run() {
        jdbc.sql("INSERT INTO target VALUES ('books', 'name: books', 'x', now(), now())")
                .update();
        jdbc.sql("""
                INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                VALUES ('run-1', 'books', 'name: books', 'QUICK', 'RUNNING', 'operator', now())""").update();
    }

    @Test
    void aChangeIsKeptTakenBackOrNeverGotToTheTarget() {
        change(1, "KEPT");
        change(2, "REVERTED");
        change(3, "PROPOSED");
        change(4, "APPLIED");

        assertThat(rows.changes(RUN))
                .extracting(ChangeLine::status)
                .containsExactly("KEPT", "REVERTED", "SKIPPED", "KEPT");
    }

    @Test
    void whereNothingCouldBeAppliedItIsSaidWhy() {
        change(1, "SKIPPED");
        jdbc.sql("UPDATE change SET note = 'The hook did not answer.'").update();

        assertThat(rows.reason(RUN)).isEqualTo("None of the changes could be applied: The hook did not answer.");
        change(2, "REVERTED");
        assertThat(rows.reason(RUN)).isEmpty();
    }

    @Test
    void theProfilingLoadStandsInForABeforeThatWasNotMeasured() {
        load("PROFILE", "VALID", 80);
        load("AFTER", "INVALID", 10);

        assertThat(rows.profiles(RUN)).singleElement().satisfies(line -> {
            assertThat(line.before()).extracting(Figures::p95Ms).isEqualTo(80.0);
            assertThat(line.after()).as("an invalid test is never shown").isNull();
            assertThat(line.verdict()).isNull();
        });
    }

    @Test
    void whyTheLastLoadDidNotCountIsWhyTheRunIsInconclusive() {
        jdbc.sql("""
                        INSERT INTO approval (id, run_id, kind, status, comment, requested_at, decided_at)
                        VALUES ('a', 'run-1', 'PLAN', 'APPROVED', 'go ahead', now(), now())""").update();
        load("BEFORE", "VALID", 80);
        assertThat(rows.reason(RUN)).isEqualTo("go ahead");

        load("AFTER", "ABORTED", 80);
        jdbc.sql("""
                UPDATE load_test SET invalid_reason = 'The load test was aborted by operator.',
                                     started_at = started_at + interval '1 s'
                WHERE id = 'AFTER'""").update();

        assertThat(rows.reason(RUN)).isEqualTo("The load test was aborted by operator.");
    }

    private void change(int position, String status) {
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        VALUES ('c' || :position, 'run-1', :position, 'CREATE_INDEX', '{}', 'do', 'undo', :status)""").param("position", position).param("status", status).update();
    }

    private void load(String phase, String status, int p95) {
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at, result)
                        VALUES (:phase, 'run-1', :phase, 'BASELINE', 1, 1, 1, '{}', :status, now(),
                                jsonb_build_object('all', jsonb_build_object('p95Ms', :p95::int)))""")
                .param("phase", phase)
                .param("status", status)
                .param("p95", p95)
                .update();
    }
}
