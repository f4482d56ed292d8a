package dev.perfloop.load;

import static dev.perfloop.load.Recorded.START;
import static dev.perfloop.load.Recorded.second;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoadTestRepositoryTests {
    private static final LoadOrder ORDER = new LoadOrder(new RunId("r1"), LoadPhase.BEFORE, LoadProfile.PEAK, 1, 1, 77);
    private static final LoadShape SHAPE = new LoadShape(LoadProfile.PEAK, 80, null, 0, 5, null);
    private static final LoadConfig CONFIG = new LoadConfig(SHAPE, "http://localhost:8081", 7, List.of(), 1);

    private final JdbcTemplate template = new JdbcTemplate(Database.migrated());
    private final JdbcClient jdbc = JdbcClient.create(template);
    private final LoadTestRepository tests = new LoadTestRepository(template, new ObjectMapper());

    @BeforeEach
    void aRunIsUnderWay() {
        jdbc.sql("INSERT INTO target VALUES ('shop', 'name: shop', 'x', now(), now())")
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('r1', 'shop', 'name: shop', 'QUICK', 'RUNNING', 'operator', now())""").update();
    }

    @Test
    void secondDeliveryOfAJobFindsTheFirstLost() {
        String first = tests.open(ORDER, CONFIG, START);

        assertThat(tests.loseRunning(77, START)).isEqualTo(1);
        String second = tests.open(ORDER, CONFIG, START);

        assertThat(first).isEqualTo("r1-before-peak-1-1");
        assertThat(second).isEqualTo("r1-before-peak-1-1.2");
        assertThat(status(first)).isEqualTo("LOST");
        assertThat(status(second)).isEqualTo("RUNNING");
    }

    @Test
    void testThatOutlivedItsRunIsLost() {
        String id = tests.open(ORDER, CONFIG, START);
        var later = new LeftLoads(tests, () -> START.plusSeconds(120));

        later.end();
        assertThat(status(id)).as("while its run is under way").isEqualTo("RUNNING");

        jdbc.sql("UPDATE run SET status = 'ENDED', outcome = 'CANCELLED', ended_at = :at")
                .param("at", START.plusSeconds(30).atOffset(ZoneOffset.UTC))
                .update();
        new LeftLoads(tests, () -> START.plusSeconds(60)).end();
        assertThat(status(id)).as("its worker may be about to say how it ended").isEqualTo("RUNNING");

        later.end();
        assertThat(status(id)).isEqualTo("LOST");
    }

    @Test
    void secondsComeBackAsTheyWereRecorded() {
        String id = tests.open(ORDER, CONFIG, START);
        tests.add(id, List.of(second(1, "list", 1, 10, 20), second(0, "list", 0)));

        assertThat(tests.secondsOf(id))
                .satisfiesExactly(zero -> assertThat(zero.count()).isZero(), one -> {
                    assertThat(one.second()).isEqualTo(START.plusSeconds(1));
                    assertThat(one.errors()).isEqualTo(1);
                    assertThat(one.latencies().getTotalCount()).isEqualTo(2);
                });
    }

    @Test
    void judgedTestKeepsItsResultAndForgetsTheDrain() {
        String id = tests.open(ORDER, CONFIG, START);
        var recorded = List.of(second(0, "list", 0, 10), second(1, "list", 0, 10), second(2, "list", 0, 900));
        tests.add(id, recorded);

        tests.judge(id, Measurement.of(SHAPE, recorded, Recorded.launch(0, 2_000), 10), List.of(), START);

        assertThat(status(id)).isEqualTo("VALID");
        assertThat(tests.validOf(77)).contains(id);
        assertThat(tests.secondsOf(id)).hasSize(2);
        assertThat(jdbc.sql("SELECT (result -> 'all' ->> 'count')::int FROM load_test")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT config ->> 'ratePerSecond' FROM load_test")
                        .query(String.class)
                        .single())
                .isEqualTo("80.0");
    }

    @Test
    void invalidTestKeepsItsReasonsAndIsNotFoundAgain() {
        String id = tests.open(ORDER, CONFIG, START);

        tests.judge(
                id,
                Measurement.of(SHAPE, List.of(), Recorded.launch(0, 2_000), 10),
                List.of("Too busy.", "Too few."),
                START);

        assertThat(status(id)).isEqualTo("INVALID");
        assertThat(jdbc.sql("SELECT invalid_reason FROM load_test")
                        .query(String.class)
                        .single())
                .isEqualTo("Too busy. Too few.");
        assertThat(tests.validOf(77)).isEmpty();
    }

    @Test
    void testLostToAnotherWorkerIsNotJudged() {
        String id = tests.open(ORDER, CONFIG, START);
        tests.loseRunning(77, START);

        tests.judge(id, Measurement.of(SHAPE, List.of(), Recorded.launch(0, 2_000), 10), List.of(), START);

        assertThat(status(id)).isEqualTo("LOST");
    }

    private String status(String id) {
        return jdbc.sql("SELECT status FROM load_test WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
