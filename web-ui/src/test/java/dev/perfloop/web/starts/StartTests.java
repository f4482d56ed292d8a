package dev.perfloop.web.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class StartTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    @Autowired
    Starts starts;

    @Autowired
    SteppedClock clock;

    private String target = "";

    @BeforeEach
    void engineIsAway() {
        target = rows.target();
        engine.goAway();
    }

    @AfterEach
    void engineIsBack() {
        engine.comeBack();
    }

    @Test
    void whatFoundNoEngineIsSentAgainAsWhatItWas() throws Exception {
        String id = api.asked("/api/targets/" + target + "/calibration", "{\"tests\": 4}");

        sweepLater();

        assertThat(engine.messagesFor(target)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.CALIBRATION_REQUESTED);
            assertThat(message.messageId()).isEqualTo(id);
            assertThat(message.variables())
                    .isInstanceOfSatisfying(
                            RawJson.class,
                            json -> assertThat(json.text())
                                    .contains("\"tests\": 4", "\"runId\": \"" + id + "\"", "\"intensity\": \"QUICK\""));
        });
    }

    @Test
    void aStartIsAcceptedWhileTheEngineIsAwayAndSentLater() {
        MvcTestResult answer = startRun();
        assertThat(answer)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.delivery")
                .isEqualTo("POSTPONED");
        assertThat(answer).bodyJson().extractingPath("$.note").asString().contains("sent again");

        clock.advance(Duration.ofSeconds(11));
        starts.sweep();
        assertThat(engine.messagesFor(target)).isEmpty();

        engine.comeBack();
        starts.sweep();
        assertThat(engine.messagesFor(target)).hasSize(1);
    }

    @Test
    void aFreshStartIsNotSentAgain() {
        engine.comeBack();
        startRun();

        starts.sweep();

        assertThat(engine.messagesFor(target)).hasSize(1);
    }

    @Test
    void whatAnInstanceHasClaimedIsNotSentAgain() throws Exception {
        String id = api.asked("/api/targets/" + target + "/calibration", "{}");
        rows.jdbc()
                .sql("UPDATE run SET status = 'RUNNING' WHERE id = :id")
                .param("id", id)
                .update();

        sweepLater();

        assertThat(engine.messagesFor(target)).isEmpty();
    }

    @Test
    void aStartWhoseRowsFailLeavesNothing() {
        var start = new Start(Messages.GATE_REQUESTED, target, "failing-" + target, Intensity.QUICK, new RawJson("{}"));

        assertThat(catchThrowable(() -> starts.ask(start, "operator", () -> {
                    throw new IllegalStateException("no row");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(api.get("/api/runs/failing-" + target)).hasStatus(404);
    }

    private MvcTestResult startRun() {
        return api.post("/api/runs", "{\"target\": \"" + target + "\"}");
    }

    private void sweepLater() {
        engine.comeBack();
        clock.advance(Duration.ofMinutes(1));
        starts.sweep();
    }
}
