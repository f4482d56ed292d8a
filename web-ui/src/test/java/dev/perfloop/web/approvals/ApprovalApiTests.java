package dev.perfloop.web.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class ApprovalApiTests {
    private static final String APPROVE = "{\"decision\": \"APPROVE\", \"comment\": \"in the night window\"}";

    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    @Autowired
    DecisionSweeper sweeper;

    @Autowired
    SteppedClock clock;

    private String run = "";
    private String approval = "";

    @BeforeEach
    void somethingWaits() {
        run = rows.run();
        approval = rows.pendingApproval(run);
    }

    @AfterEach
    void engineIsBack() {
        engine.comeBack();
    }

    @Test
    void aDecisionIsRecordedWithNameTimeAndReasonAndSent() {
        assertThat(decide("approver", APPROVE))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.delivery")
                .isEqualTo("SENT");

        assertThat(engine.messagesFor(approval)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.APPROVAL_DECIDED);
            assertThat(message.variables())
                    .isEqualTo(new Decisions.DecisionVariables(Decision.APPROVE, "in the night window", "approver"));
        });
        MvcTestResult shown = api.get("/api/approvals/" + approval);
        assertThat(shown).bodyJson().extractingPath("$.decidedBy").isEqualTo("approver");
        assertThat(shown).bodyJson().extractingPath("$.comment").isEqualTo("in the night window");
        assertThat(shown).bodyJson().hasPath("$.decidedAt");
    }

    @Test
    void aSecondDecisionIsAConflict() {
        decide("approver", APPROVE);

        assertThat(decide("approver", "{\"decision\": \"REJECT\", \"comment\": \"no\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("APPROVE by approver");
        assertThat(engine.messagesFor(approval)).hasSize(1);
    }

    @Test
    void anOperatorMayNotDecide() {
        assertThat(decide("operator", APPROVE))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("APPROVER");
        assertThat(engine.messagesFor(approval)).isEmpty();
    }

    @Test
    void aRejectionNeedsItsReason() {
        assertThat(decide("approver", "{\"decision\": \"REJECT\", \"comment\": \"  \"}"))
                .hasStatus(422);
        assertThat(decide("approver", "{\"decision\": \"REJECT\"}")).hasStatus(422);
        assertThat(decide("approver", "{\"decision\": \"REJECT\", \"comment\": \"too risky\"}"))
                .hasStatus(202);
    }

    @Test
    void aDecisionThatIsNoneIsAProblem() {
        assertThat(decide("approver", "{\"decision\": \"PERHAPS\"}"))
                .hasStatus(400)
                .bodyJson()
                .hasPath("$.mend");
        assertThat(decide("approver", "{}")).hasStatus(400);
    }

    @Test
    void anUnknownApprovalIsNotFoundAndAnExpiredOneAConflict() {
        assertThat(api.postAs("approver", "/api/approvals/none/decision", APPROVE))
                .hasStatus(404);

        rows.jdbc()
                .sql("UPDATE approval SET status = 'EXPIRED' WHERE id = :id")
                .param("id", approval)
                .update();
        assertThat(decide("approver", APPROVE)).hasStatus(409);
    }

    @Test
    void whatIsDecidedWaitsForNobody() {
        assertThat(pendingOfRun())
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(approval);
        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.waitingFor")
                .isEqualTo(approval);

        decide("approver", APPROVE);

        assertThat(pendingOfRun())
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.waitingFor")
                .isNull();
    }

    @Test
    void aDecisionOutlivesAnEngineThatIsAway() {
        engine.goAway();
        assertThat(decide("approver", APPROVE))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.delivery")
                .isEqualTo("POSTPONED");
        engine.comeBack();

        clock.advance(Duration.ofSeconds(11));
        sweeper.sweep();
        sweeper.sweep();

        assertThat(engine.messagesFor(approval)).as("sent once").hasSize(1);
    }

    @Test
    void aDecisionTheEngineForgotIsSentAgainUnderTheSameId() {
        decide("approver", APPROVE);

        clock.advance(Decisions.FORGOTTEN.plusSeconds(1));
        sweeper.sweep();

        assertThat(engine.messagesFor(approval)).hasSize(2);
        assertThat(engine.messagesFor(approval).stream()
                        .map(EngineMessage::messageId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void anApprovalCarriesThePlanItIsAbout() {
        rows.jdbc()
                .sql(
                        "INSERT INTO plan (run_id, tier, summary, document, created_at) VALUES (:run, 'T2', 's', '# Plan', :now)")
                .param("run", run)
                .param("now", rows.now())
                .update();

        assertThat(api.get("/api/approvals/" + approval))
                .bodyJson()
                .extractingPath("$.plan.document")
                .isEqualTo("# Plan");
    }

    @Test
    void aLongListComesPageByPageTheNewestFirst() throws UnsupportedEncodingException {
        decide("approver", APPROVE);
        rows.jdbc().sql("""
                        INSERT INTO approval (id, run_id, kind, status, requested_at)
                        SELECT :run || '-later-' || n, :run, 'INCONCLUSIVE', 'PENDING', :now FROM generate_series(1, 3) n
                        """).param("run", run).param("now", rows.now()).update();

        String first = page("");
        String second = page("&cursor=" + JsonPath.read(first, "$.nextCursor"));

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id"))
                .containsExactly(run + "-later-3", run + "-later-2");
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].id")).containsExactly(run + "-later-1", approval);
        assertThat(JsonPath.<Object>read(second, "$.nextCursor")).isNull();
        assertThat(api.get("/api/approvals?cursor=x")).hasStatus(400);
    }

    private String page(String cursor) throws UnsupportedEncodingException {
        return api.get("/api/approvals?limit=2&runId=" + run + cursor)
                .getResponse()
                .getContentAsString();
    }

    private MvcTestResult pendingOfRun() {
        return api.get("/api/approvals?status=PENDING&runId=" + run);
    }

    private MvcTestResult decide(String user, String decision) {
        return api.postAs(user, "/api/approvals/" + approval + "/decision", decision);
    }
}
