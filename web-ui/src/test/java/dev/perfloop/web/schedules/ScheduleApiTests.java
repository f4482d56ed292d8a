package dev.perfloop.web.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.contract.Messages;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class ScheduleApiTests {
    private static final String NIGHTLY = "\"times\": \"30 2 * * *\", \"zone\": \"Europe/Berlin\"";

    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    @Autowired
    Schedules schedules;

    @Autowired
    SteppedClock clock;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
    }

    @AfterEach
    void engineIsBack() {
        engine.comeBack();
    }

    @Test
    void aScheduleIsARowAndAMessageAndShowsItsNextTimes() throws Exception {
        String id = made(NIGHTLY + ", \"intensity\": \"STANDARD\"");

        assertThat(id).startsWith(target + "-");
        assertThat(engine.messagesFor(id)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.SCHEDULE_CHANGED);
            assertThat(message.messageId()).isEqualTo(id + "-1");
            assertThat(message.variables()).isEqualTo(new Schedules.ScheduleVariables(id));
        });
        MvcTestResult shown = api.get("/api/schedules/" + id);
        assertThat(shown).bodyJson().extractingPath("$.intensity").isEqualTo("STANDARD");
        assertThat(shown).bodyJson().extractingPath("$.inWindowsOnly").isEqualTo(true);
        assertThat(shown).bodyJson().extractingPath("$.heard").isEqualTo(false);
        assertThat(shown).bodyJson().extractingPath("$.madeBy").isEqualTo("operator");
        assertThat(next(shown))
                .hasSize(5)
                .allSatisfy(time -> assertThat(Instant.parse(time)
                                .atZone(ZoneId.of("Europe/Berlin"))
                                .toLocalTime())
                        .hasToString("02:30"));
        assertThat(api.get("/api/schedules?target=" + target))
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 0 30 2 *   | Europe/Berlin | times | This time never comes
                    */5 * * * *  | Europe/Berlin | times | 5 minutes after each other. At least 15 minutes
                    R/PT1M       | Europe/Berlin | times | a minute after each other
                    R/PT10S      | Europe/Berlin | times | 10 seconds after each other
                    0 25 * * *   | Europe/Berlin | times | The hour 25 is not between 0 and 23
                    whenever     | Europe/Berlin | times | not five
                    0 2 * * *    | Berlin        | zone  | no time zone. Write one as Europe/Berlin
                    """)
    void whatCannotBeIsToldAtItsField(String times, String zone, String field, String why) {
        MvcTestResult answer = make("\"times\": \"" + times + "\", \"zone\": \"" + zone + "\"");

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .contains(why);
        assertThat(answer).bodyJson().hasPath("$.mend");
        assertThat(api.get("/api/schedules?target=" + target))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
        assertThat(api.get("/api/schedules/preview?times=" + times + "&zone=" + zone))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .contains(why);
    }

    @Test
    void aTargetThatNobodyKnowsIsRefused() {
        assertThat(api.post("/api/schedules", "{\"target\": \"nowhere\", " + NIGHTLY + "}"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("nowhere");
    }

    @Test
    void aPreviewShowsTheNextTimesAndKeepsNothing() throws Exception {
        MvcTestResult preview = api.getAs("viewer", "/api/schedules/preview?times=R/P1W&zone=UTC");

        assertThat(preview)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .isEmpty();
        assertThat(next(preview)).hasSize(5);
        assertThat(api.get("/api/schedules?target=" + target))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
    }

    @Test
    void eachChangeIsToldInTurn() throws Exception {
        String id = made(NIGHTLY);
        heard(id, 1);

        assertThat(api.put("/api/schedules/" + id, "{\"times\": \"0 4 * * *\", \"zone\": \"UTC\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.schedule.times")
                .isEqualTo("0 4 * * *");
        MvcTestResult paused = api.post("/api/schedules/" + id + "/pause", "");
        assertThat(paused)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.schedule.status")
                .isEqualTo("PAUSED");
        assertThat(paused)
                .bodyJson()
                .extractingPath("$.schedule.next")
                .asArray()
                .isEmpty();
        assertThat(api.post("/api/schedules/" + id + "/resume", ""))
                .bodyJson()
                .extractingPath("$.schedule.status")
                .isEqualTo("ACTIVE");
        assertThat(api.delete("operator", "/api/schedules/" + id)).hasStatus(204);

        assertThat(engine.messagesFor(id))
                .extracting(message -> String.valueOf(message.messageId()).replace(id + "-", ""))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(api.get("/api/schedules/" + id)).hasStatus(404).bodyJson().hasPath("$.mend");
        assertThat(api.post("/api/schedules/" + id + "/resume", "")).hasStatus(404);
        assertThat(row(id, "waits"))
                .as("the time that was waited for counts no longer")
                .isEqualTo("false");
    }

    @Test
    void pausingTwiceIsOneChange() throws Exception {
        String id = made(NIGHTLY);

        api.post("/api/schedules/" + id + "/pause", "");
        assertThat(api.post("/api/schedules/" + id + "/pause", "")).hasStatusOk();

        assertThat(row(id, "version")).isEqualTo("2");
    }

    @Test
    void aBadChangeLeavesTheScheduleAsItWas() throws Exception {
        String id = made(NIGHTLY);

        assertThat(api.put("/api/schedules/" + id, "{\"times\": \"0 4 * *\", \"zone\": \"UTC\"}"))
                .hasStatus(422);

        assertThat(api.get("/api/schedules/" + id))
                .bodyJson()
                .extractingPath("$.times")
                .isEqualTo("30 2 * * *");
    }

    @Test
    void whatTheEngineDidNotTakeIsToldAgainUntilItWasHeard() throws Exception {
        engine.goAway();
        MvcTestResult answer = make(NIGHTLY);
        assertThat(answer).bodyJson().extractingPath("$.delivery").isEqualTo("POSTPONED");
        String id = JsonPath.read(answer.getResponse().getContentAsString(), "$.schedule.id");
        engine.comeBack();

        schedules.sweep();
        assertThat(engine.messagesFor(id)).as("it was asked for just now").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        schedules.sweep();
        assertThat(engine.messagesFor(id)).isNotEmpty();
        heard(id, 1);
        int told = engine.messagesFor(id).size();
        schedules.sweep();
        assertThat(engine.messagesFor(id)).hasSize(told);
    }

    @Test
    void anInstanceThatDoesNotKeepItsTimeIsWokenOrBegunAnew() throws Exception {
        String id = made(NIGHTLY);
        heard(id, 1);
        rows.jdbc()
                .sql("UPDATE schedule SET next_due = :due WHERE id = :id")
                .param("id", id)
                .param("due", rows.now().minusMinutes(3))
                .update();

        schedules.sweep();

        assertThat(engine.messagesFor(id)).hasSizeGreaterThan(1);
    }

    @Test
    void aDeletedTargetHasNoSchedules() throws Exception {
        String id = made(NIGHTLY);

        assertThat(api.delete("operator", "/api/targets/" + target)).hasStatus(204);

        assertThat(api.get("/api/schedules/" + id)).hasStatus(404);
        clock.advance(Duration.ofMinutes(1));
        schedules.sweep();
        assertThat(engine.messagesFor(id))
                .last()
                .satisfies(told -> assertThat(told.messageId()).isEqualTo(id + "-2"));
    }

    private void heard(String id, long version) {
        rows.jdbc()
                .sql("UPDATE schedule SET seen_version = :version, next_due = :due WHERE id = :id")
                .param("id", id)
                .param("version", version)
                .param("due", rows.now().plusHours(3))
                .update();
    }

    private String row(String id, String what) {
        return rows.jdbc()
                .sql("SELECT " + (what.equals("waits") ? "(next_due IS NOT NULL)" : what)
                        + "::text FROM schedule WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private MvcTestResult make(String wish) {
        return api.post("/api/schedules", "{\"target\": \"" + target + "\", " + wish + "}");
    }

    private String made(String wish) throws UnsupportedEncodingException {
        MvcTestResult answer = make(wish);
        assertThat(answer).hasStatus(201);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.schedule.id");
    }

    private static List<String> next(MvcTestResult answer) throws UnsupportedEncodingException {
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.next");
    }
}
