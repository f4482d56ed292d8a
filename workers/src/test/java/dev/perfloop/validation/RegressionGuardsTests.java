package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From measured rows to guards, and from guards and measured rows to a gate's answer. */
class RegressionGuardsTests {
    private final AnnotationConfigApplicationContext context = GuardRooms.open();
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final MeasuredRows rows = new MeasuredRows(jdbc);
    private final RegressionGuards guards = context.getBean(RegressionGuards.class);

    @BeforeEach
    void target() {
        rows.target();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aVerifiedRunSetsCeilingsForLatencyAndErrorsWithTheirRate() {
        verified("first", 100);

        assertThat(guards.guard(new RunId("first"))).startsWith("4 ceilings set");
        assertThat(ceiling("P95_MS")).isBetween(110.0, 300.0);
        assertThat(ceiling("ERROR_RATE")).isBetween(0.01, 0.02);
        assertThat(jdbc.sql("SELECT DISTINCT rate FROM regression_guard")
                        .query(Double.class)
                        .single())
                .isEqualTo(25.0);
    }

    @Test
    void aLaterSlowerRunLoosensNothingAndSaysSo() {
        verified("first", 100);
        guards.guard(new RunId("first"));
        double before = ceiling("P95_MS");
        verified("later", 140);

        assertThat(guards.guard(new RunId("later"))).contains("stay lower", "perfloop guards shop");
        assertThat(ceiling("P95_MS")).isEqualTo(before);
        assertThat(jdbc.sql("SELECT looser_run_id FROM regression_guard WHERE metric = 'P95_MS' AND request = ''")
                        .query(String.class)
                        .single())
                .isEqualTo("later");
    }

    @Test
    void aFasterRunBringsTheCeilingDown() {
        verified("first", 100);
        guards.guard(new RunId("first"));
        double before = ceiling("P95_MS");
        verified("later", 50);
        guards.guard(new RunId("later"));
        guards.guard(new RunId("later"));

        assertThat(ceiling("P95_MS")).isLessThan(before);
        assertThat(jdbc.sql(
                                "SELECT run_id || ' ' || ceiling FROM replaced_guard WHERE metric = 'P95_MS' AND request = ''")
                        .query(String.class)
                        .list())
                .containsExactly("first " + before);
    }

    @Test
    void aRunWithoutAProvenImprovementSetsNothing() {
        rows.run("none");
        rows.load("none", "AFTER", "BASELINE", 1, 100);

        assertThat(guards.guard(new RunId("none"))).startsWith("No guard is set");
        compared("none", "REGRESSED", false, 0);
        assertThat(guards.guard(new RunId("none"))).startsWith("No guard is set");
        assertThat(jdbc.sql("SELECT count(*) FROM regression_guard")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aGateOverTheSameServiceIsHeldAndItsChecksAreKept() {
        verified("first", 100);
        guards.guard(new RunId("first"));
        gate("gate", 100);

        var judged = guards.judge(new RunId("gate"), "PROFILE", 1);

        assertThat(judged.verdict().result()).isEqualTo(GuardResult.HELD);
        assertThat(judged.worthAnotherRound()).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM guard_check WHERE result = 'HELD' AND high <= ceiling")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void aGateOverASlowerServiceIsARegression() {
        verified("first", 100);
        guards.guard(new RunId("first"));
        gate("gate", 200);

        assertThat(guards.judge(new RunId("gate"), "PROFILE", 1).verdict().result())
                .isEqualTo(GuardResult.REGRESSED);
        assertThat(jdbc.sql("SELECT result FROM regression_gate")
                        .query(String.class)
                        .single())
                .isEqualTo("REGRESSED");
    }

    @Test
    void aGateSaysWhichNoiseItsBoundsRestOn() {
        verified("first", 100);
        guards.guard(new RunId("first"));
        gate("gate", 100);

        guards.judge(new RunId("gate"), "PROFILE", 1);

        assertThat(jdbc.sql("SELECT noise FROM regression_gate")
                        .query(String.class)
                        .single())
                .contains("about 2 %, loosely", "perfloop calibrate --target shop");
    }

    @Test
    void aGateWithoutAValidLoadIsInconclusiveAndNotMeasuredAgain() {
        verified("first", 100);
        guards.guard(new RunId("first"));
        gate("gate", 100);
        jdbc.sql("UPDATE load_test SET status = 'INVALID' WHERE run_id = 'gate'")
                .update();

        var judged = guards.judge(new RunId("gate"), "PROFILE", 1);

        assertThat(judged.verdict().result()).isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(judged.worthAnotherRound()).isFalse();
    }

    private double ceiling(String metric) {
        return jdbc.sql("SELECT ceiling FROM regression_guard WHERE metric = :metric AND request = ''")
                .param("metric", metric)
                .query(Double.class)
                .single();
    }

    private void verified(String run, double medianMs) {
        rows.run(run);
        rows.load(run, "AFTER", "BASELINE", 1, medianMs);
        compared(run, "IMPROVED", true, 100);
    }

    private void gate(String run, double medianMs) {
        rows.run(run);
        rows.load(run, "PROFILE", "BASELINE", 1, medianMs);
        jdbc.sql("INSERT INTO regression_gate (run_id, profiles) VALUES (:run, '{BASELINE}')")
                .param("run", run)
                .update();
        jdbc.sql("""
                        INSERT INTO guard_check (run_id, profile, request, metric, ceiling, rate)
                        SELECT :run, profile, request, metric, ceiling, rate FROM regression_guard""").param("run", run).update();
    }

    private void compared(String run, String verdict, boolean met, double share) {
        jdbc.sql("""
                        INSERT INTO comparison (run_id, round, verdict, objectives_met, gain_share_pct, more_runs, reason, compared_at)
                        VALUES (:run, 1, :verdict, :met, :share, 0, '', now())""")
                .param("run", run)
                .param("verdict", verdict)
                .param("met", met)
                .param("share", share)
                .update();
    }
}
