package dev.perfloop.web.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.gates.Gates.GateVariables;
import dev.perfloop.web.starts.Intensity;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@WebUiTest
class GateApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    private String target = "";

    @BeforeEach
    void aTargetWithGuards() {
        target = rows.target();
        String run = rows.run(target);
        rows.end(run, "TARGETS_MET");
        guard(run, "BASELINE", "", "P95_MS", 250);
        guard(run, "BASELINE", "order <history>", "ERROR_RATE", 0.02);
        guard(run, "PEAK", "", "P95_MS", 400);
    }

    @Test
    void aGateIsARunWithTheGuardsOfItsProfilesAndAMessage() throws Exception {
        String id = asked("{}");

        assertThat(engine.messagesFor(target)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.GATE_REQUESTED);
            assertThat(message.messageId()).isEqualTo(id);
            assertThat(message.variables()).isEqualTo(new GateVariables(target, id, Intensity.QUICK, "PROFILE"));
        });
        MvcTestResult gate = api.get("/api/runs/" + id + "/gate");
        assertThat(gate).bodyJson().extractingPath("$.checks.length()").isEqualTo(2);
        assertThat(gate)
                .bodyJson()
                .extractingPath("$.checks[*].result")
                .asArray()
                .as("what nobody judged is not held")
                .containsOnly("INCONCLUSIVE");
        assertThat(gate).bodyJson().extractingPath("$.notAsked").isEqualTo(1);
        assertThat(api.get("/api/runs/" + id))
                .bodyJson()
                .extractingPath("$.gate")
                .isEqualTo(true);
    }

    @Test
    void allProfilesAreAskedAboutOnDemand() throws Exception {
        String id = asked("{\"allProfiles\": true}");

        assertThat(api.get("/api/runs/" + id + "/gate"))
                .bodyJson()
                .extractingPath("$.checks.length()")
                .isEqualTo(3);
        assertThat(engine.messagesFor(target))
                .singleElement()
                .satisfies(message -> assertThat(message.variables())
                        .isEqualTo(new GateVariables(target, id, Intensity.QUICK, "AFTER")));
    }

    @Test
    void withoutGuardsThereIsNoGate() {
        String bare = rows.target();

        assertThat(api.post("/api/targets/" + bare + "/gate", "{}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("run start");
        assertThat(api.get("/api/runs?target=" + bare))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(api.post("/api/targets/nowhere/gate", "{}")).hasStatus(404);
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
                .contains("gate");
        assertThat(engine.messagesFor(target))
                .as("the gate's id must not start an optimization")
                .allMatch(message -> message.name().equals(Messages.GATE_REQUESTED));
    }

    @Test
    void theBuildServerHearsOfFailuresAndErrorsAndOfNothingSkipped() throws Exception {
        String id = asked("{}");
        assertThat(junit(id)).hasStatus(409);
        rows.jdbc()
                .sql("UPDATE regression_gate SET result = 'REGRESSED', reason = 'slow' WHERE run_id = :id")
                .param("id", id)
                .update();
        rows.jdbc()
                .sql(
                        "UPDATE guard_check SET result = 'REGRESSED', reason = '300 ms' WHERE run_id = :id AND request = ''")
                .param("id", id)
                .update();
        rows.end(id, "GUARDS_BROKEN");

        Element suite = parsed(junit(id));

        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("skipped").getLength()).isZero();
        assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("300 ms");
        assertThat(((Element) suite.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .isEqualTo("error rate of order <history> at most 2.00 %");
    }

    @Test
    void aGateThatWasCutShortIsAnErrorInTheReport() throws Exception {
        String id = asked("{}");
        rows.end(id, "CANCELLED");

        Element suite = parsed(junit(id));

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("errors")).isEqualTo("3");
    }

    @Test
    void aRunOfTheLoopIsNoGate() {
        assertThat(api.get("/api/runs/" + rows.run() + "/gate")).hasStatus(404);
    }

    private MvcTestResult junit(String id) {
        return api.get("/api/runs/" + id + "/gate/junit");
    }

    private MvcTestResult ask(String wish) {
        return api.post("/api/targets/" + target + "/gate", wish);
    }

    private String asked(String wish) throws UnsupportedEncodingException {
        return api.asked("/api/targets/" + target + "/gate", wish);
    }

    private void guard(String run, String profile, String request, String metric, double ceiling) {
        rows.jdbc()
                .sql("""
                        INSERT INTO regression_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                        VALUES (:target, :profile, :request, :metric, :ceiling, 40, :run, :now)
                        """)
                .param("target", target)
                .param("profile", profile)
                .param("request", request)
                .param("metric", metric)
                .param("ceiling", ceiling)
                .param("run", run)
                .param("now", rows.now())
                .update();
    }

    private static Element parsed(MvcTestResult report) throws Exception {
        assertThat(report).hasStatusOk();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report.getResponse().getContentAsString())))
                .getDocumentElement();
    }
}
