package dev.perfloop.web.checks;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class CheckApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    @Autowired
    SteppedClock clock;

    @Autowired
    Checks checks;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
    }

    @Test
    void aCheckIsWrittenDownAndHandedToTheWorkersBesideARun() throws Exception {
        rows.run(target);

        String check = asked("");

        assertThat(engine.messagesFor(check)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.TARGET_CHECK_REQUESTED);
            assertThat(message.variables()).isEqualTo(new Checks.CheckVariables(check));
        });
        assertThat(api.get(path(""))).bodyJson().extractingPath("$.id").isEqualTo(check);
        assertThat(api.get(path("/" + check)))
                .bodyJson()
                .extractingPath("$.underWay")
                .asArray()
                .containsExactly("SERVICE", "DATABASE", "REQUESTS");
    }

    @Test
    void whatTheWorkersFoundIsShownWithItsMend() throws Exception {
        String check = asked("");
        rows.jdbc()
                .sql("INSERT INTO target_check_part VALUES (:id, 'REQUESTS', now())")
                .param("id", check)
                .update();
        rows.jdbc()
                .sql(
                        "INSERT INTO target_check_answer VALUES (:id, 'REQUESTS', 1, 'Scenario', 'BROKEN', 'It fails.', 'Mend it.')")
                .param("id", check)
                .update();
        rows.jdbc()
                .sql(
                        "INSERT INTO target_check_request VALUES (:id, 1, 'list', 'GET', '/list', false, null, null, null, '', 'No.', 'Do.')")
                .param("id", check)
                .update();

        MvcTestResult shown = api.get(path(""));
        assertThat(shown).bodyJson().extractingPath("$.underWay").asArray().containsExactly("SERVICE", "DATABASE");
        assertThat(shown).bodyJson().extractingPath("$.answers[0].mend").isEqualTo("Mend it.");
        assertThat(shown).bodyJson().extractingPath("$.requests[0].status").isNull();
    }

    @Test
    void aFileThatIsNotSavedIsCheckedAndStaysUnsaved() throws Exception {
        String check = asked(file("draft-one"), "draft-one");

        assertThat(api.get("/api/targets/draft-one/check/" + check))
                .bodyJson()
                .extractingPath("$.draft")
                .isEqualTo(true);
        assertThat(api.get("/api/targets/draft-one")).hasStatus(404);
    }

    @Test
    void aFileWithAnErrorIsNotHandedOn() {
        assertThat(api.postYaml(
                        "/api/targets/draft-two/check", file("draft-two").replace("baseUrl", "baseUri")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].line")
                .asArray()
                .contains(2);
        assertThat(api.get("/api/targets/draft-two/check")).hasStatus(404);
    }

    @Test
    void anUnknownTargetAndAnUnknownCheckAreSaid() {
        assertThat(api.post("/api/targets/none/check", "")).hasStatus(404);
        assertThat(api.get(path(""))).hasStatus(404).bodyJson().hasPath("$.mend");
        assertThat(api.get(path("/none"))).hasStatus(404);
    }

    @Test
    void whatTheEngineDidNotTakeIsSentAgain() throws Exception {
        engine.goAway();
        MvcTestResult answer;
        try {
            answer = api.postYaml(path(""), "");
        } finally {
            engine.comeBack();
        }
        assertThat(answer).bodyJson().extractingPath("$.delivery").isEqualTo("POSTPONED");
        String check = JsonPath.read(answer.getResponse().getContentAsString(), "$.checkId");
        assertThat(engine.messagesFor(check)).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        checks.sweep();

        assertThat(engine.messagesFor(check)).hasSize(1);
    }

    @Test
    void onlyTheNewestFewAreKept() throws Exception {
        String first = asked("");
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            asked("");
        }

        assertThat(api.get(path("/" + first))).hasStatus(404);
    }

    private String asked(String yaml) throws UnsupportedEncodingException {
        return asked(yaml, target);
    }

    private String asked(String yaml, String name) throws UnsupportedEncodingException {
        MvcTestResult answer = api.postYaml("/api/targets/" + name + "/check", yaml);
        assertThat(answer).hasStatus(202);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.checkId");
    }

    private String path(String rest) {
        return "/api/targets/" + target + "/check" + rest;
    }

    private static String file(String name) {
        return """
                name: %s
                baseUrl: http://localhost:8081
                load: { requests: [ { name: list, get: /list } ] }
                database: { url: "jdbc:postgresql://localhost:5432/shop", user: perfloop }
                """.formatted(name);
    }
}
