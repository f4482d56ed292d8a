package dev.perfloop.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class RunApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    @Autowired
    Cancellations cancellations;

    @Autowired
    SteppedClock clock;

    @AfterEach
    void engineIsBack() {
        engine.comeBack();
    }

    @Test
    void aStartIsARowAndAMessageWithTheRunsId() {
        String target = rows.target();

        MvcTestResult answer = start(target);

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.run.status").isEqualTo("REQUESTED");
        assertThat(answer).bodyJson().extractingPath("$.run.requestedBy").isEqualTo("operator");
        assertThat(answer).bodyJson().extractingPath("$.delivery").isEqualTo("SENT");
        assertThat(engine.messagesFor(target)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.OPTIMIZATION_REQUESTED);
            assertThat(message.timeToLive())
                    .as("a kept one would start anew once the run has ended")
                    .isZero();
            assertThat(answer).bodyJson().extractingPath("$.run.id").isEqualTo(message.messageId());
        });
    }

    @Test
    void startingTwiceGivesTheSameRun() {
        String target = rows.target();
        start(target);

        MvcTestResult second = start(target);

        assertThat(second).hasStatusOk().headers().hasValue("Perfloop-Already-Running", "true");
        assertThat(engine.messagesFor(target).stream()
                        .map(EngineMessage::messageId)
                        .distinct())
                .as("the engine takes a message id once")
                .hasSize(1);
    }

    @Test
    void anUnknownTargetIsNotFoundAndSaysWhatToDo() {
        assertThat(start("nowhere"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("perfloop target apply");
    }

    @Test
    void anUnknownIntensityIsAProblemWithoutInsides() {
        assertThat(api.post("/api/runs", "{\"target\": \"x\", \"intensity\": \"HARD\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("mend")
                .doesNotContain("Exception", "dev.perfloop");
    }

    @Test
    void aCancellationIsSentUntilTheRunHasEnded() {
        String target = rows.target();
        String run = rows.run(target);

        assertThat(api.post("/api/runs/" + run + "/cancel", "")).hasStatus(202);
        assertThat(engine.messagesFor(target)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.CANCEL_REQUESTED);
            assertThat(message.timeToLive())
                    .as("a kept one could hit the next run")
                    .isZero();
        });

        clock.advance(Duration.ofSeconds(11));
        cancellations.sweep();
        assertThat(engine.messagesFor(target)).hasSize(2);

        rows.end(run, "CANCELLED");
        clock.advance(Duration.ofSeconds(11));
        cancellations.sweep();
        assertThat(engine.messagesFor(target)).hasSize(2);
        assertThat(api.post("/api/runs/" + run + "/cancel", "")).hasStatus(409);
    }

    @Test
    void aRunThatNobodyClaimedIsCancelledAtOnce() {
        String target = rows.target();
        String run = rows.requested(target);

        assertThat(api.post("/api/runs/" + run + "/cancel", "")).hasStatus(202);

        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("CANCELLED");
    }

    @Test
    void aRunWhoseInstanceWasTerminatedFailsOnceItIsCancelled() {
        String target = rows.target();
        String run = rows.run(target, 4711);
        engine.terminate(4711);

        assertThat(api.post("/api/runs/" + run + "/cancel", "")).hasStatus(202);
        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("RUNNING");
        clock.advance(Duration.ofSeconds(11));
        cancellations.sweep();

        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("FAILED");
        assertThat(api.get("/api/runs/" + run + "/blind-spots"))
                .bodyJson()
                .extractingPath("$[0].why")
                .asString()
                .contains("terminated");
    }

    @Test
    void theListIsPagedWithoutGapsOrRepeats() {
        String target = rows.target();
        String oldest = ended(target);
        String middle = ended(target);
        String newest = ended(target);

        MvcTestResult first = api.get("/api/runs?limit=2&target=" + target);
        assertThat(first).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(newest, middle);
        String cursor = nextCursor(first);
        ended(target);

        MvcTestResult second = api.get("/api/runs?limit=2&target=" + target + "&cursor=" + cursor);
        assertThat(second).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(oldest);
        assertThat(second).bodyJson().extractingPath("$.nextCursor").isNull();
    }

    @Test
    void aCursorThatIsNotOursIsAProblem() {
        assertThat(api.get("/api/runs?cursor=nonsense"))
                .hasStatus(400)
                .bodyJson()
                .hasPath("$.mend");
    }

    @Test
    void aRunShowsWhereItStandsInOperateAndWhatItWaitsFor() {
        String run = rows.run();
        String approval = rows.pendingApproval(run);
        rows.step(run, System.nanoTime(), "Task_ApplyChange", "INCIDENT");

        MvcTestResult answer = api.get("/api/runs/" + run);

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.operateUrl")
                .isEqualTo("http://localhost:8080/operate/processes/2251799813685249");
        assertThat(answer).bodyJson().extractingPath("$.waitingFor").isEqualTo(approval);
        assertThat(answer).bodyJson().extractingPath("$.incident.elementId").isEqualTo("Task_ApplyChange");
    }

    @Test
    void anIncidentThatWasTriedAgainIsOver() {
        String run = rows.run();
        rows.step(run, System.nanoTime(), "Task_ApplyChange", "INCIDENT");
        rows.step(run, System.nanoTime(), "Task_ApplyChange", "STARTED");

        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.incident")
                .isNull();
        assertThat(api.get("/api/runs/" + run + "/steps"))
                .bodyJson()
                .extractingPath("$[*].status")
                .asArray()
                .containsExactly("INCIDENT", "STARTED");
    }

    @Test
    void theSummaryOfARunningRunHasTheShapeOfTheFinalOne() {
        String run = rows.run();

        MvcTestResult answer = api.get("/api/runs/" + run + "/summary");

        assertThat(answer).bodyJson().extractingPath("$.outcome").isNull();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$")
                .asMap()
                .containsKeys("runId", "target", "findings", "changes", "profiles", "notLookedAt", "timings");
    }

    @Test
    void whatBelongsToAnUnknownRunIsNotFound() {
        for (String part : new String[] {
            "",
            "/summary",
            "/steps",
            "/findings",
            "/plan",
            "/loads",
            "/loads/x/windows",
            "/verdicts",
            "/statements",
            "/blind-spots",
            "/events"
        }) {
            assertThat(api.get("/api/runs/nowhere" + part))
                    .as(part)
                    .hasStatus(404)
                    .bodyJson()
                    .hasPath("$.mend");
        }
    }

    private String ended(String target) {
        String run = rows.run(target);
        rows.end(run, "REJECTED");
        return run;
    }

    private static String nextCursor(MvcTestResult page) {
        byte[] body = page.getResponse().getContentAsByteArray();
        return JsonPath.read(new String(body, StandardCharsets.UTF_8), "$.nextCursor");
    }

    private MvcTestResult start(String target) {
        return api.post("/api/runs", "{\"target\": \"" + target + "\", \"intensity\": \"QUICK\"}");
    }
}
