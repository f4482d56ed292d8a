package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From measured rows to guards, and from guards and measured rows to a gate's answer. */
class RegressionGuardsTests {
    private final AnnotationConfigApplicationContext context = Rooms.open(
            Database.migrated(),
            List.of(MeasurementRepository.class, CeilingRepository.class, GateRepository.class, RegressionGuards.class),
            "target",
            "run");
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final RegressionGuards guards = context.getBean(RegressionGuards.class);

    @BeforeEach
    void target() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
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

        assertThat(ceiling("P95_MS")).isLessThan(before);
    }

    @Test
    void aRunWithoutAProvenImprovementSetsNothing() {
        run("none");
        load("none", "AFTER", 100);

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
        run(run);
        load(run, "AFTER", medianMs);
        compared(run, "IMPROVED", true, 100);
    }

    private void gate(String run, double medianMs) {
        run(run);
        load(run, "PROFILE", medianMs);
        jdbc.sql("INSERT INTO regression_gate (run_id, profiles) VALUES (:run, '{BASELINE}')")
                .param("run", run)
                .update();
        jdbc.sql("""
                        INSERT INTO guard_check (run_id, profile, request, metric, ceiling, rate)
                        SELECT :run, profile, request, metric, ceiling, rate FROM regression_guard""").param("run", run).update();
    }

    private void run(String run) {
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, outcome, requested_by, requested_at)
                        VALUES (:run, 'shop', 'name: shop', 'QUICK', 'ENDED', 'TARGETS_MET', 'ann', now())""").param("run", run).update();
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

    private void load(String run, String phase, double medianMs) {
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at, steady_from)
                        VALUES (:run, :run, :phase, 'BASELINE', 1, 1, 1, '{"ratePerSecond": 25}', 'VALID', '2026-01-01', '2026-01-01')""").param("run", run).param("phase", phase).update();
        var random = new SplittableRandom(run.hashCode());
        for (int second = 0; second < 60; second++) {
            jdbc.sql("""
                            INSERT INTO load_window (load_test_id, request, second, count, errors, histogram)
                            VALUES (:run, 'catalogue', timestamptz '2026-01-01' + make_interval(secs => :second), 25, 0, :histogram)""")
                    .param("run", run)
                    .param("second", second)
                    .param("histogram", histogram(random, medianMs))
                    .update();
        }
    }

    private static byte[] histogram(SplittableRandom random, double medianMs) {
        var histogram = new Histogram(3);
        for (int i = 0; i < 25; i++) {
            histogram.recordValue(Math.round(1000 * medianMs * Math.exp(0.3 * random.nextGaussian())));
        }
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        byte[] encoded = new byte[histogram.encodeIntoCompressedByteBuffer(buffer)];
        buffer.flip();
        buffer.get(encoded);
        return encoded;
    }
}
