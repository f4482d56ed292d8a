package dev.perfloop.web.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A yes to a part of a plan, from a time on, or by others than who asked. */
@WebUiTest
class LimitedApprovalApiTests {
    private static final String APPROVE = "{\"decision\": \"APPROVE\"}";

    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    private String run = "";
    private String approval = "";

    @BeforeEach
    void somethingWaits() {
        run = rows.run();
        approval = rows.pendingApproval(run);
    }

    @Test
    void aYesMayLeaveOutChangesAndPutOffTheStart() {
        plan();
        String opens = inTwoHours();

        assertThat(decide(
                        "approver",
                        "{\"decision\": \"APPROVE\", \"without\": [\"2\"], \"notBefore\": \"" + opens + "\"}"))
                .hasStatus(202);

        MvcTestResult shown = api.get("/api/approvals/" + approval);
        assertThat(shown).bodyJson().extractingPath("$.leftOut").asArray().containsExactly(run + "-c2");
        assertThat(shown).bodyJson().extractingPath("$.notBefore").isEqualTo(opens);
    }

    @Test
    void whatCannotBeLeftOutOrPutOffIsRefusedAndNothingIsDecided() {
        plan();

        refused("\"without\": [\"1\"]", "needs change 1");
        refused("\"without\": [\"9\"]", "no change 9");
        refused("\"without\": [\"1\", \"2\"]", "Reject it");
        refused("\"notBefore\": \"tonight\"", "Write 22:00");
        refused("\"notBefore\": \"2020-01-01T00:00:00Z\"", "is past");

        assertThat(engine.messagesFor(approval)).isEmpty();
        assertThat(pendingOfRun())
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(approval);
    }

    @Test
    void onlyAYesToAPlanCanBeLimited() {
        rows.jdbc()
                .sql("UPDATE approval SET kind = 'INCONCLUSIVE' WHERE id = :id")
                .param("id", approval)
                .update();

        refused("\"notBefore\": \"" + inTwoHours() + "\"", "Only a yes to a plan");
    }

    @Test
    void whoAppliesByHandMaySayWhichOfItIsNotDone() {
        plan();
        rows.jdbc()
                .sql("UPDATE change SET kind = 'CODE_ADVICE', status = 'PROPOSED' WHERE run_id = :run AND position > 1")
                .param("run", run)
                .update();
        rows.jdbc()
                .sql("UPDATE change SET status = 'APPLIED' WHERE run_id = :run AND position = 1")
                .param("run", run)
                .update();
        rows.jdbc().sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        VALUES (:run || '-c3', :run, 3, 'CODE_ADVICE', '{}', 's', 'u', 'PROPOSED')""").param("run", run).update();
        rows.jdbc()
                .sql("UPDATE approval SET kind = 'BY_HAND' WHERE id = :id")
                .param("id", approval)
                .update();

        refused("\"without\": [\"1\"]", "There is 2, 3");
        refused("\"without\": [\"2\", \"3\"]", "Reject it");
        refused("\"notBefore\": \"22:00\"", "Only a yes to a plan");
        assertThat(decide("approver", "{\"decision\": \"APPROVE\", \"without\": [\"3\"]}"))
                .hasStatus(202);

        assertThat(api.get("/api/approvals/" + approval))
                .bodyJson()
                .extractingPath("$.leftOut")
                .asArray()
                .containsExactly(run + "-c3");
    }

    @Test
    void withFourEyesTheRequesterMayRejectButNotApprove() {
        rows.jdbc()
                .sql("UPDATE approval SET four_eyes = true WHERE id = :id")
                .param("id", approval)
                .update();
        rows.jdbc()
                .sql("UPDATE run SET requested_by = 'approver' WHERE id = :id")
                .param("id", run)
                .update();

        assertThat(decide("approver", APPROVE))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("four eyes", "approver asked for run");
        assertThat(engine.messagesFor(approval)).isEmpty();
        assertThat(decide("approver", "{\"decision\": \"REJECT\", \"comment\": \"no\"}"))
                .hasStatus(202);
    }

    @Test
    void aRunSaysThatItWaitsForItsChangeWindow() {
        String opens = inTwoHours();
        rows.jdbc()
                .sql("UPDATE approval SET status = 'APPROVED', not_before = :opens::timestamptz WHERE id = :id")
                .param("opens", opens)
                .param("id", approval)
                .update();

        assertThat(api.get("/api/runs/" + run))
                .bodyJson()
                .extractingPath("$.waitsUntil")
                .isEqualTo(opens);
    }

    private void plan() {
        for (int position : new int[] {1, 2}) {
            rows.jdbc().sql("""
                            INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                            VALUES (:run || '-c' || :position, :run, :position, 'CREATE_INDEX', '{}', 's', 'u', 'PROPOSED')
                            """).param("run", run).param("position", position).update();
        }
        rows.jdbc()
                .sql("INSERT INTO change_need VALUES (:run || '-c2', :run || '-c1', 'because')")
                .param("run", run)
                .update();
    }

    private String inTwoHours() {
        return rows.now().plusHours(2).toInstant().toString();
    }

    private void refused(String limit, String why) {
        assertThat(decide("approver", "{\"decision\": \"APPROVE\", " + limit + "}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(why);
    }

    private MvcTestResult pendingOfRun() {
        return api.get("/api/approvals?status=PENDING&runId=" + run);
    }

    private MvcTestResult decide(String user, String decision) {
        return api.postAs(user, "/api/approvals/" + approval + "/decision", decision);
    }
}
