package dev.perfloop.web.takebacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class TakeBackApiTests {
    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    private String target = "";
    private String run = "";

    @BeforeEach
    void anEndedRun() {
        target = rows.target();
        run = rows.run(target);
        rows.end(run, "TARGETS_MET");
    }

    @Test
    void anApproverTakesAKeptChangeBackOnceAndTheWorkersHearOfIt() {
        String path = path(change("CREATE_INDEX", "KEPT"));

        assertThat(api.post(path, "{}")).as("an operator").hasStatus(403);
        assertThat(api.postAs("approver", path, "{\"reason\": \"slow writes\"}"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.takeBack.wishedBy")
                .isEqualTo("approver");
        assertThat(api.postAs("approver", path, "{}")).as("asked again").hasStatus(202);

        assertThat(api.get(path))
                .bodyJson()
                .extractingPath("$[*].reason")
                .asArray()
                .containsExactly("slow writes");
        String id = rows.jdbc()
                .sql("SELECT t.id FROM take_back t JOIN change c ON c.id = t.change_id WHERE c.run_id = :run")
                .param("run", run)
                .query(String.class)
                .single();
        assertThat(engine.messagesFor(id)).hasSize(2).allSatisfy(message -> {
            assertThat(message.name()).isEqualTo(Messages.TAKE_BACK_REQUESTED);
            assertThat(message.variables()).isEqualTo(new TakeBackController.TakeBackVariables(run, id));
        });
    }

    @Test
    void whatCannotGoIsRefusedWithItsReason() {
        assertThat(api.postAs("approver", path(change("CODE_ADVICE", "KEPT")), "{}"))
                .hasStatus(409);
        assertThat(api.postAs("approver", path(change("CREATE_INDEX", "REVERTED")), "{}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("is REVERTED, not KEPT");
        assertThat(api.postAs("approver", "/api/changes/none/take-back", "{}")).hasStatus(404);
        String kept = change("CREATE_INDEX", "KEPT");
        rows.run(target);
        assertThat(api.postAs("approver", path(kept), "{}"))
                .as("a run measures")
                .hasStatus(409);
    }

    private static String path(String change) {
        return "/api/changes/" + change + "/take-back";
    }

    private String change(String kind, String status) {
        return rows.jdbc()
                .sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        SELECT :run || '-c' || next, :run, next, :kind, '{}', 'CREATE INDEX x', 'DROP INDEX x', :status
                        FROM (SELECT count(*) + 1 AS next FROM change WHERE run_id = :run) AS positions
                        RETURNING id""")
                .param("run", run)
                .param("kind", kind)
                .param("status", status)
                .query(String.class)
                .single();
    }
}
