package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the rows of alike load tests to a calibration, and from that to what a later verdict rests on. */
class CalibrationsTests {
    private static final RunId CALIBRATION = new RunId("calibration");
    private static final RunId LATER = new RunId("later");
    private final AnnotationConfigApplicationContext context = Rooms.open(
            Database.migrated(),
            List.of(
                    MeasurementRepository.class,
                    NoiseRepository.class,
                    CalibrationRepository.class,
                    SurroundingsRepository.class,
                    TargetNoise.class,
                    Calibrations.class),
            "target",
            "run");
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);
    private final MeasuredRows rows = new MeasuredRows(jdbc);
    private final Calibrations calibrations = context.getBean(Calibrations.class);
    private final TargetNoise noise = context.getBean(TargetNoise.class);

    @BeforeEach
    void aCalibrationWasAskedFor() {
        rows.target();
        rows.run(CALIBRATION.value());
        jdbc.sql("INSERT INTO calibration (run_id, wanted) VALUES ('calibration', 4)")
                .update();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void alikeTestsTellTheNoiseTheFalseAlarmsAndWhatCanBeSeen() {
        drive(100, 104, 96, 100);
        List<Integer> progress = new ArrayList<>();

        var calibrated = calibrations.calibrate(CALIBRATION, 0, progress::add);

        assertThat(calibrated.noiseKnown()).isTrue();
        assertThat(calibrated.words())
                .startsWith("4 alike tests; 0 of 7 comparisons raised a false alarm (at most 35 % for sure)")
                .contains("baseline p95 differs by", "peak p95 differs by");
        assertThat(progress).isSorted().endsWith(100);
        assertThat(number("SELECT count(*) FROM noise WHERE run_id = 'calibration' AND degrees = 3"))
                .as("both profiles, all requests and the one, two quantiles")
                .isEqualTo(number("SELECT count(*) FROM calibration_noise"))
                .isEqualTo(2 * 2 * 3);
        assertThat(number("SELECT count(*) FROM calibration_noise WHERE spread_pct < seen_by_three_pct"
                        + " AND seen_by_three_pct < seen_by_two_pct AND seen_by_two_pct < seen_by_one_pct"))
                .as("more tests see smaller effects, none sees less than the noise")
                .isEqualTo(2 * 2 * 3);
    }

    @Test
    void aTestWithoutAValidPeakIsLeftOutAndSaid() {
        drive(100, 101, 99, 100);
        jdbc.sql("UPDATE load_test SET status = 'INVALID' WHERE profile = 'PEAK' AND round = 2")
                .update();

        assertThat(calibrations.calibrate(CALIBRATION, 1, percent -> {}).words())
                .startsWith("3 alike tests, 1 left out as invalid; 0 of 3 comparisons");
    }

    @Test
    void twoTestsAreTooFewAndNothingIsKept() {
        drive(100, 100);
        rows.load("calibration", "CALIBRATION", "BASELINE", 3, 100);
        jdbc.sql("UPDATE load_test SET status = 'INVALID', invalid_reason = 'A checkpoint ran.' WHERE round = 3")
                .update();

        var calibrated = calibrations.calibrate(CALIBRATION, 1, percent -> {});

        assertThat(calibrated.noiseKnown()).isFalse();
        assertThat(calibrated.words()).contains("2 of 3 needed, 1 left out", "A checkpoint ran.");
        assertThat(number("SELECT count(*) FROM noise")).isZero();
        assertThat(number("SELECT count(*) FROM calibration WHERE calibrated_at IS NULL AND tests = 2"))
                .isOne();
    }

    @Test
    void calibratingTwiceIsHarmless() {
        drive(100, 100, 100);
        calibrations.calibrate(CALIBRATION, 0, percent -> {});

        assertThat(calibrations.calibrate(CALIBRATION, 0, percent -> {}).noiseKnown())
                .isTrue();
    }

    @Test
    void aVerdictRestsOnTheCalibrationAndSaysSo() {
        drive(90, 110, 110, 90);
        calibrations.calibrate(CALIBRATION, 0, percent -> {});
        rows.run(LATER.value());

        var known = noise.before(LATER);

        assertThat(known.words())
                .matches("Noise between tests as the calibration of [\\d-]+ \\(4 tests, 0 of 7 .*showed it\\.");
        assertThat(known.floor()
                        .of(Profiles.BASELINE, Profiles.ALL, Metric.P95_MS)
                        .spread())
                .isGreaterThan(0.05);
    }

    @Test
    void anotherLoadMakesItStaleAndItIsLeftOut() {
        drive(90, 110, 110, 90);
        calibrations.calibrate(CALIBRATION, 0, percent -> {});
        rows.run(LATER.value(), MeasuredRows.SHOP.replace("25/s", "50/s"));

        var known = noise.before(LATER);

        assertThat(known.words())
                .contains(
                        "held to be about 2 %",
                        "is stale and left out", "load was described otherwise", "Make a new one");
        assertThat(known.floor()).isEqualTo(NoiseFloor.UNMEASURED);
    }

    @Test
    void anotherMachineOrServerMakesItStaleAndALaterRunThereCounts() {
        drive(90, 110, 110, 90);
        calibrations.calibrate(CALIBRATION, 0, percent -> {});
        jdbc.sql("UPDATE run_surroundings SET cpus = cpus + 1").update();
        rows.run("between");
        noise.lookAround(new RunId("between"));
        jdbc.sql("""
                        INSERT INTO noise (run_id, target, profile, request, metric, spread, degrees, observed_at)
                        VALUES ('between', 'shop', 'BASELINE', '', 'P95_MS', 0.03, 2, now())""").update();
        rows.run(LATER.value());

        assertThat(noise.before(LATER).words())
                .startsWith("Noise between tests as one other run showed it.")
                .contains("stale and left out: the load came from");
    }

    @Test
    void anOldOneIsUsedAndCalledStale() {
        drive(100, 100, 100);
        calibrations.calibrate(CALIBRATION, 0, percent -> {});
        jdbc.sql("UPDATE calibration SET calibrated_at = calibrated_at - interval '31 days'")
                .update();
        rows.run(LATER.value());

        assertThat(noise.before(LATER).words()).contains("showed it. The calibration is stale, more than 30 days old");
    }

    private void drive(double... mediansMs) {
        for (int i = 0; i < mediansMs.length; i++) {
            rows.load("calibration", "CALIBRATION", "BASELINE", i + 1, mediansMs[i]);
            rows.load("calibration", "CALIBRATION", "PEAK", i + 1, mediansMs[i]);
        }
    }

    private int number(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
