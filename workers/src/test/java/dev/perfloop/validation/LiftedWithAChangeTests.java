package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change that was kept on 2 June is taken back on 9 June. */
class LiftedWithAChangeTests {
    private final AnnotationConfigApplicationContext context = GuardRooms.open();
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final RegressionGuards guards = context.getBean(RegressionGuards.class);

    @BeforeEach
    void guardsOfFourRuns() {
        var rows = new MeasuredRows(jdbc);
        rows.target();
        guarded(rows, "older", "catalogue", "2026-06-01");
        guarded(rows, "its own", "", "2026-06-02 12:10");
        guarded(rows, "later", "order", "2026-06-05");
        guarded(rows, "afterwards", "search", "2026-06-10");
        jdbc.sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status, applied_at)
                        VALUES ('c1', 'its own', 1, 'CREATE_INDEX', '{}', 'CREATE INDEX x', 'DROP INDEX x', 'KEPT', '2026-06-02 12:00')""").update();
        jdbc.sql(
                        "INSERT INTO take_back (id, change_id, wished_by, wished_at, reason) VALUES ('t1', 'c1', 'ann', '2026-06-09', '')")
                .update();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whatWasVerifiedWithItGoesAndWhatWasVerifiedWithoutItStays() {
        ended("TAKEN_BACK", "REVERTED");

        assertThat(guards.liftWith("t1")).startsWith("2 guards lifted");
        assertThat(standing()).containsExactly("afterwards", "older");
        assertThat(jdbc.sql("""
                                SELECT concat(released_by, ' ', change_id, ' ', jsonb_path_query_array(guards, '$[*].run_id'))
                                FROM guard_release""").query(String.class).single())
                .startsWith("ann c1 ")
                .contains("its own", "later");

        assertThat(guards.liftWith("t1")).as("once more").startsWith("No guard");
        assertThat(jdbc.sql("SELECT count(*) FROM guard_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatALiftedOneTookThePlaceOfStandsAgainIfItWasVerifiedWithoutTheChange() {
        new MeasuredRows(jdbc).run("oldest");
        replaced("oldest", "", "2026-05-01");
        replaced("older", "", "2026-06-01");
        replaced("its own", "order", "2026-06-02 12:10");
        replaced("older", "search", "2026-06-01");
        ended("TAKEN_BACK", "REVERTED");

        assertThat(guards.liftWith("t1"))
                .isEqualTo(
                        "2 guards lifted: they were verified with the change in place; older ones that stand again, as they were verified without it: 1");
        assertThat(jdbc.sql("SELECT request || ' of ' || run_id FROM regression_guard ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly(" of older", "catalogue of older", "search of afterwards");
        assertThat(jdbc.sql("SELECT request || ' of ' || run_id FROM replaced_guard ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly(" of oldest", "search of older");
        assertThat(jdbc.sql("SELECT brought_back FROM guard_release")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasRefusedOrNeverBegunLiftsNothing() {
        assertThat(guards.liftWith("t1")).as("it has not ended").startsWith("No guard");
        ended("REFUSED", "KEPT");
        assertThat(guards.liftWith("t1")).startsWith("No guard");
        ended("GIVEN_UP", "KEPT");
        assertThat(guards.liftWith("t1")).startsWith("No guard");
        assertThat(standing()).hasSize(4);
    }

    @Test
    void whatIsHalfGonePromisesNothing() {
        ended("GIVEN_UP", "TO_BE_TAKEN_BACK");

        assertThat(guards.liftWith("t1")).startsWith("2 guards lifted");
    }

    private void ended(String outcome, String status) {
        jdbc.sql("UPDATE take_back SET outcome = :outcome, ended_at = '2026-06-09 00:01'")
                .param("outcome", outcome)
                .update();
        jdbc.sql("UPDATE change SET status = :status").param("status", status).update();
    }

    private List<String> standing() {
        return jdbc.sql("SELECT run_id FROM regression_guard ORDER BY run_id")
                .query(String.class)
                .list();
    }

    private void replaced(String run, String request, String at) {
        jdbc.sql("""
                        INSERT INTO replaced_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                        VALUES ('shop', 'BASELINE', :request, 'P95_MS', 200, 25, :run, :at::timestamptz)""")
                .param("request", request)
                .param("run", run)
                .param("at", at)
                .update();
    }

    private void guarded(MeasuredRows rows, String run, String request, String at) {
        rows.run(run);
        jdbc.sql("""
                        INSERT INTO regression_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                        VALUES ('shop', 'BASELINE', :request, 'P95_MS', 100, 25, :run, :at::timestamptz)""")
                .param("request", request)
                .param("run", run)
                .param("at", at)
                .update();
    }
}
