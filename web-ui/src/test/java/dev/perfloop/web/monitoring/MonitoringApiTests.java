package dev.perfloop.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.monitoring.Monitorings.StartVariables;
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

@WebUiTest
class MonitoringApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    @Autowired
    SteppedClock clock;

    @Autowired
    Monitorings monitorings;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
    }

    /** The sweeper of the other tests must find nothing of ours. */
    @AfterEach
    void tidyUp() {
        engine.comeBack();
        rows.jdbc().sql("DELETE FROM monitoring").update();
    }

    @Test
    void whatNobodySwitchedOnIsOff() {
        assertThat(api.get(path()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("OFF");
        assertThat(api.get("/api/targets/no-such-target/monitoring")).hasStatus(404);
    }

    @Test
    void statementsThatBecameABurdenAreListedWithWhatLastsFirst() {
        for (String kind : new String[] {"SLOWER", "NEW_HEAVY"}) {
            rows.jdbc().sql("""
                            INSERT INTO statement_finding (target_id, statement, kind, since, figure, words, found_at, ended_at)
                            VALUES (:t, '77', :kind, now(), 2, 'A call takes 20 ms.', now(),
                                    CASE WHEN :kind = 'NEW_HEAVY' THEN now() END)""").param("t", target).param("kind", kind).update();
        }

        var listed = api.get(path() + "/statements");

        assertThat(listed).bodyJson().extractingPath("$[*].kind").asArray().containsExactly("SLOWER", "NEW_HEAVY");
        assertThat(listed).bodyJson().extractingPath("$[0].title").isEqualTo("77");
        assertThat(listed).bodyJson().extractingPath("$[0].endedAt").isNull();
    }

    @Test
    void switchedOnItStartsOneInstanceForTheTarget() {
        assertThat(api.put(path(), "{\"cycleSeconds\": 120}")).hasStatus(202);

        assertThat(engine.messagesFor(target)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.MONITORING_REQUESTED);
            assertThat(message.variables()).isEqualTo(new StartVariables(target, "R/PT120S"));
        });
        assertThat(api.get(path())).bodyJson().extractingPath("$.state").isEqualTo("STARTING");
        tick();
        assertThat(api.get(path())).bodyJson().extractingPath("$.state").isEqualTo("ON");
    }

    @Test
    void theFirstReadingKeepsAwayFromWhereMinutesBegin() {
        api.put(path(), "{\"everySeconds\": 15}");

        assertThat(rows.jdbc()
                        .sql("SELECT extract(second FROM next_at)::int % 15 FROM monitoring WHERE target_id = :t")
                        .param("t", target)
                        .query(Integer.class)
                        .single())
                .isBetween(3, 11);
    }

    @Test
    void whatTheEngineDidNotTakeIsSentAgain() {
        engine.goAway();
        assertThat(api.put(path(), "{}"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.note")
                .isNotNull();
        assertThat(engine.messagesFor(target)).isEmpty();

        engine.comeBack();
        clock.advance(Duration.ofSeconds(11));
        monitorings.sweep();

        assertThat(engine.messagesFor(target)).hasSize(1);
    }

    @Test
    void anInstanceThatIsLostIsStartedAnew() {
        api.put(path(), "{}");
        clock.advance(Duration.ofSeconds(60));
        tick();
        clock.advance(Duration.ofSeconds(11));
        monitorings.sweep();
        assertThat(engine.messagesFor(target)).hasSize(1);

        clock.advance(Duration.ofMinutes(4));
        assertThat(api.get(path())).bodyJson().extractingPath("$.state").isEqualTo("STALLED");
        monitorings.sweep();

        assertThat(engine.messagesFor(target)).hasSize(2);
    }

    @Test
    void switchedOffItIsStoppedUntilItIsStill() {
        api.put(path(), "{}");
        tick();
        assertThat(api.delete("operator", path())).hasStatus(202);
        assertThat(engine.messagesFor(target).getLast().name()).isEqualTo(Messages.MONITORING_STOPPED);

        clock.advance(Duration.ofSeconds(11));
        tick();
        monitorings.sweep();

        assertThat(engine.messagesFor(target)).hasSize(3);
        assertThat(api.delete("operator", path())).hasStatus(404);
    }

    @Test
    void withItsTargetTheMonitoringEnds() {
        api.put(path(), "{}");
        rows.jdbc().sql("DELETE FROM target WHERE name = :t").param("t", target).update();
        clock.advance(Duration.ofSeconds(11));
        monitorings.sweep();
        tick();
        clock.advance(Duration.ofSeconds(11));
        monitorings.sweep();

        assertThat(engine.messagesFor(target).getLast().name()).isEqualTo(Messages.MONITORING_STOPPED);
    }

    @Test
    void beatsThatFitNoMinuteAndOtherCyclesWhileItRunsAreRefusedWithTheMend() {
        assertThat(api.put(path(), "{\"everySeconds\": 25}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("multiple of 60");
        api.put(path(), "{}");
        assertThat(api.put(path(), "{\"cycleSeconds\": 300}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("monitor stop");
    }

    @Test
    void viewersLookAndSwitchNothing() {
        assertThat(api.getAs("viewer", path())).hasStatusOk();
        assertThat(api.delete("viewer", path())).hasStatus(403);
    }

    private void tick() {
        rows.jdbc()
                .sql("UPDATE monitoring SET ticked_at = :now WHERE target_id = :t")
                .param("now", rows.now())
                .param("t", target)
                .update();
    }

    private String path() {
        return "/api/targets/" + target + "/monitoring";
    }
}
