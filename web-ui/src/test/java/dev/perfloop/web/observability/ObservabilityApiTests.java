package dev.perfloop.web.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class ObservabilityApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    private String target = "";
    private String run = "";

    @BeforeEach
    void aRunThatLooked() {
        target = rows.target();
        run = rows.run(target);
        rows.jdbc()
                .sql("INSERT INTO profile_part (run_id, part, content) VALUES (:run, 'ObservabilityOffers', '{}')")
                .param("run", run)
                .update();
        rows.end(run, "TARGETS_MET");
    }

    @Test
    void aWishIsWrittenDownWithItsNameAndHandedToTheWorkers() {
        assertThat(api.post(path(""), "{}"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.delivery")
                .isEqualTo("SENT");

        MvcTestResult shown = api.get(path(""));
        assertThat(shown).bodyJson().extractingPath("$.runId").isEqualTo(run);
        assertThat(shown).bodyJson().extractingPath("$.wish.kind").isEqualTo("SHOW");
        assertThat(shown).bodyJson().extractingPath("$.wish.wishedBy").isEqualTo("operator");
        assertThat(engine.messagesFor(wish())).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo(Messages.OBSERVABILITY_WISHED);
            assertThat(message.variables()).isEqualTo(new Wishes.WishVariables(run, wish()));
        });
    }

    @Test
    void switchingOnIsADecisionAndTakesAnApprover() {
        assertThat(api.post(path("/apply"), "{}")).hasStatus(403);
        assertThat(api.post(path("/undo"), "{}")).hasStatus(403);
        assertThat(api.postAs("approver", path("/apply"), "{}")).hasStatus(202);
    }

    @Test
    void whileARunMeasuresNothingIsSwitched() {
        rows.run(target);

        assertThat(api.postAs("approver", path("/apply"), "{}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("under way");
        assertThat(api.post(path(""), "{}")).hasStatus(202);
    }

    @Test
    void withoutARunNobodyKnowsWhatIsLacking() {
        assertThat(api.post("/api/targets/" + rows.target() + "/observability", "{}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("run start");
        assertThat(api.post("/api/targets/none/observability", "{}")).hasStatus(404);
    }

    @Test
    void offersAreShownWithTheirStatementsAndAreNoChangesOfTheRun() {
        offer("c1", 1, "OFFER", "PROPOSED");
        offer("c2", 2, "OFFER", "REVERTED");
        offer("c3", 3, "PLAN", "APPLIED");

        MvcTestResult shown = api.get(path(""));
        assertThat(shown)
                .bodyJson()
                .extractingPath("$.offers[*].statement")
                .asArray()
                .containsExactly("do c1");
        assertThat(shown)
                .bodyJson()
                .extractingPath("$.offers[*].undoStatement")
                .asArray()
                .containsExactly("undo c1");
        assertThat(api.get("/api/runs/" + run + "/summary"))
                .bodyJson()
                .extractingPath("$.changes[*].statement")
                .asArray()
                .containsExactly("do c3");
    }

    private void offer(String id, int position, String purpose, String status) {
        rows.jdbc()
                .sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status, purpose)
                        VALUES (:run || :id, :run, :position, 'SET_PARAMETER', '{}', 'do ' || :id, 'undo ' || :id, :status, :purpose)
                        """)
                .param("run", run)
                .param("id", id)
                .param("position", position)
                .param("status", status)
                .param("purpose", purpose)
                .update();
    }

    private String wish() {
        return rows.jdbc()
                .sql("SELECT id FROM observability_wish WHERE run_id = :run")
                .param("run", run)
                .query(String.class)
                .single();
    }

    private String path(String wish) {
        return "/api/targets/" + target + "/observability" + wish;
    }
}
