package dev.perfloop.web.calibrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.calibrations.Calibrations.CalibrationVariables;
import dev.perfloop.web.starts.Intensity;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class CalibrationApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
    }

    @Test
    void aCalibrationIsARunWithARowAndAMessage() throws Exception {
        String id = asked("{\"tests\": 4, \"intensity\": \"STANDARD\"}");

        assertThat(engine.messagesFor(target)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.CALIBRATION_REQUESTED);
            assertThat(message.messageId()).isEqualTo(id);
            assertThat(message.variables()).isEqualTo(new CalibrationVariables(target, id, Intensity.STANDARD, 4));
        });
        assertThat(api.get("/api/runs/" + id + "/calibration"))
                .bodyJson()
                .extractingPath("$.wanted")
                .isEqualTo(4);
        assertThat(api.get("/api/runs/" + id))
                .bodyJson()
                .extractingPath("$.calibration")
                .isEqualTo(true);
    }

    @Test
    void sixQuickTestsAreTheUsual() throws Exception {
        String id = asked("{}");

        assertThat(engine.messagesFor(target))
                .singleElement()
                .satisfies(message -> assertThat(message.variables())
                        .isEqualTo(new CalibrationVariables(target, id, Intensity.QUICK, 6)));
    }

    @Test
    void tooFewAndTooManyTestsAreRefusedAndNothingIsAskedFor() {
        assertThat(ask("{\"tests\": 2}")).hasStatus(400);
        assertThat(ask("{\"tests\": 11}")).hasStatus(400);
        assertThat(ask("{\"intensity\": \"HASTY\"}")).hasStatus(400);
        assertThat(engine.messagesFor(target)).isEmpty();
        assertThat(api.post("/api/targets/nowhere/calibration", "{}")).hasStatus(404);
    }

    @Test
    void twoLoadsNeverMeet() throws Exception {
        asked("{}");

        assertThat(ask("{}")).hasStatus(409);
        assertThat(api.post("/api/runs", "{\"target\": \"" + target + "\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("calibration");
    }

    @Test
    void theNewestThatFoundSomethingIsTheTargetsWithItsNoise() throws Exception {
        String found = calibrated();
        rows.end(asked("{}"), "INCONCLUSIVE");

        MvcTestResult latest = latest();

        assertThat(latest).bodyJson().extractingPath("$.runId").isEqualTo(found);
        assertThat(latest).bodyJson().extractingPath("$.noise[0].spreadPct").isEqualTo(1.5);
        assertThat(latest).bodyJson().extractingPath("$.falseAlarmsAtMost").isEqualTo(0.2);
        assertThat(latest).bodyJson().extractingPath("$.stale").asArray().isEmpty();
    }

    @Test
    void anotherLoadAMonthAndAnotherServerMakeItStale() throws Exception {
        calibrated();
        rows.jdbc()
                .sql("UPDATE target SET definition = definition || 'load: {arrivalRate: 50/s}' WHERE name = :target")
                .param("target", target)
                .update();
        rows.jdbc()
                .sql("UPDATE calibration SET calibrated_at = calibrated_at - interval '31 days'")
                .update();
        String later = rows.run(target);
        surroundings(later, 4, "18.2");

        assertThat(latest())
                .bodyJson()
                .extractingPath("$.stale")
                .asArray()
                .containsExactly(
                        "the target's load was described otherwise",
                        "the load came from 2 processors then, from 4 now",
                        "PostgreSQL was 18.1, is 18.2",
                        "it is more than 30 days old");
    }

    @Test
    void aTargetThatNobodyCalibratedSaysHow() {
        assertThat(latest())
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("perfloop calibrate --target " + target);
        assertThat(api.get("/api/runs/" + rows.run(target) + "/calibration")).hasStatus(404);
    }

    private MvcTestResult latest() {
        return api.get("/api/targets/" + target + "/calibration");
    }

    private MvcTestResult ask(String wish) {
        return api.post("/api/targets/" + target + "/calibration", wish);
    }

    private String asked(String wish) throws UnsupportedEncodingException {
        return api.asked("/api/targets/" + target + "/calibration", wish);
    }

    private String calibrated() throws UnsupportedEncodingException {
        String id = asked("{}");
        surroundings(id, 2, "18.1");
        rows.jdbc().sql("""
                        UPDATE calibration
                        SET tests = 5, left_out = 1, comparisons = 15, false_alarms = 0, false_alarms_at_most = 0.2,
                            words = 'as found', calibrated_at = :now
                        WHERE run_id = :id
                        """).param("id", id).param("now", rows.now()).update();
        rows.jdbc()
                .sql("INSERT INTO calibration_noise VALUES (:id, 'BASELINE', '', 'P95_MS', 1.5, 12, 7, 5)")
                .param("id", id)
                .update();
        rows.end(id, "CALIBRATED");
        return id;
    }

    private void surroundings(String run, int cpus, String postgres) {
        rows.jdbc()
                .sql(
                        "INSERT INTO run_surroundings (run_id, cpus, postgres, seen_at) VALUES (:run, :cpus, :postgres, :now)")
                .param("run", run)
                .param("cpus", cpus)
                .param("postgres", postgres)
                .param("now", rows.now())
                .update();
    }
}
