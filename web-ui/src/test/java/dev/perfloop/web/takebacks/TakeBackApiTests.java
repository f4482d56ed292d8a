package dev.perfloop.web.takebacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.time.Duration;
import java.util.List;
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

    @Autowired
    TakingBack takingBack;

    @Autowired
    SteppedClock clock;

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
            assertThat(message.variables()).isEqualTo(new TakingBack.TakeBackVariables(run, id));
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

    @Test
    void meanwhileNothingElseBeginsOnTheTarget() {
        String going = change("CREATE_INDEX", "KEPT");
        String other = change("DROP_INDEX", "KEPT");
        api.postAs("approver", path(going), "{}");

        for (var refused : List.of(
                api.post("/api/runs", "{\"target\": \"" + target + "\"}"),
                api.post("/api/targets/" + target + "/calibration", "{}"),
                api.postAs("approver", path(other), "{}"),
                api.delete("operator", "/api/targets/" + target))) {
            assertThat(refused)
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("Change \"" + going + "\"", "being taken back");
        }
    }

    @Test
    void whatTheEngineDidNotTakeIsSentUntilAStepHasBegun() {
        String going = change("CREATE_INDEX", "KEPT");
        engine.goAway();
        assertThat(api.postAs("approver", path(going), "{}"))
                .bodyJson()
                .extractingPath("$.note")
                .asString()
                .contains("sent again");
        engine.comeBack();

        takingBack.sweep();
        assertThat(engine.messagesFor(wish(going))).as("it has time").isEmpty();
        clock.advance(Duration.ofSeconds(11));
        takingBack.sweep();
        assertThat(engine.messagesFor(wish(going))).hasSize(1);

        step(9_100_001, "STARTED");
        takingBack.sweep();
        assertThat(engine.messagesFor(wish(going))).hasSize(1);
    }

    @Test
    void whatIsStuckCanBeBegunAnewOrGivenUp() {
        String going = change("CREATE_INDEX", "KEPT");
        assertThat(api.delete("approver", path(going))).as("nothing is going").hasStatus(409);
        api.postAs("approver", path(going), "{}");
        rows.jdbc()
                .sql("UPDATE change SET status = 'UNDOING' WHERE id = :id")
                .param("id", going)
                .update();
        step(9_200_001, "STARTED");
        assertThat(api.delete("approver", path(going))).as("a worker is at it").hasStatus(409);
        assertThat(api.post("/api/runs/" + run + "/retry", "{}")).hasStatus(409);
        step(9_200_002, "INCIDENT");

        assertThat(api.post("/api/runs/" + run + "/retry", "{}"))
                .as("though its run has ended")
                .hasStatus(202);
        step(9_200_003, "INCIDENT");
        assertThat(api.delete("operator", path(going))).hasStatus(403);
        assertThat(api.delete("approver", path(going)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("GIVEN_UP");

        assertThat(engine.hasBegunAnew("Task_TakeBackChange", 9_200_003, 77))
                .as("so that its process ends")
                .isTrue();
        assertThat(rows.jdbc()
                        .sql("SELECT status || ': ' || note FROM change WHERE id = :id")
                        .param("id", going)
                        .query(String.class)
                        .single())
                .startsWith("TO_BE_TAKEN_BACK: Given up by approver.");
        assertThat(api.post("/api/runs", "{\"target\": \"" + target + "\"}")).hasStatus(201);
    }

    private String wish(String change) {
        return rows.jdbc()
                .sql("SELECT id FROM take_back WHERE change_id = :change")
                .param("change", change)
                .query(String.class)
                .single();
    }

    private void step(long key, String status) {
        rows.step(run, key, "Task_TakeBackChange", status);
        rows.jdbc().sql("""
                        UPDATE run_step
                        SET process_id = 'take-back-change', process_instance_key = 77, element_instance_key = job_key
                        WHERE job_key = :key""").param("key", key).update();
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
