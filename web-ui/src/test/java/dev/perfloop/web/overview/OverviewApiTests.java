package dev.perfloop.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class OverviewApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String target = "";

    @BeforeEach
    void aTargetWithObjectives() {
        target = rows.target();
        objectives("{ p95: 200ms, errors: 0.5%, requests: { order: { p95: 0.1s } } }");
    }

    @Test
    void aTargetThatHoldsItsObjectivesMeetsThem() {
        String run = measured("PROFILE", 180, 0.001, 90);
        rows.end(run, "TARGETS_MET");

        says("health", "MET");
        says("objectives", 3);
        says("measuredBy", run);
    }

    @Test
    void whatIsMissedIsSaidWithBothValues() {
        measured("PROFILE", 250, 0.001, 140);

        says("health", "MISSED");
        says("words", "p95: 250 ms, wanted 200 ms; p95 of order: 140 ms, wanted 100 ms");
    }

    @Test
    void aTargetThatNobodyMeasuredOrThatWantsNothingIsNotKnown() {
        says("health", "UNKNOWN");
        says("words", "Not measured yet.");

        objectives("{}");
        says("words", "No objective is stated.");
    }

    @Test
    void aRequestThatWasNotDrivenIsNotKnown() {
        objectives("{ p95: 200ms, requests: { report: { p95: 1s } } }");
        measured("PROFILE", 180, 0, 90);

        says("health", "UNKNOWN");
        says("words", "Not measured: p95 of report");
    }

    @Test
    void aReferenceCanOnlyBeReadByTheWorkers() {
        objectives("{ p95: \"${SHOP_P95}\" }");
        measured("PROFILE", 180, 0, 90);

        says("health", "UNKNOWN");
    }

    @Test
    void whatWasTakenBackSaysNothingOfTheTargetAsItIs() {
        String run = measured("BEFORE", 250, 0, 90);
        load(run, "AFTER", 50, 0, 20);
        rows.end(run, "ROLLED_BACK");
        says("health", "MISSED");

        String kept = measured("BEFORE", 250, 0, 90);
        load(kept, "AFTER", 50, 0, 20);
        rows.end(kept, "ACCEPTABLE");
        says("health", "MET");
    }

    @Test
    void aRunUnderWayIsShownWithTheStepItIsAt() {
        String run = rows.run(target);
        rows.step(run, Math.abs(run.hashCode()), "Task_DraftPlan", "STARTED");

        assertThat(api.get("/api/overview"))
                .bodyJson()
                .extractingPath("$.now[?(@.runId == '" + run + "')].step")
                .asArray()
                .containsExactly("Apply change");
        assertThat(api.get("/api/runs?active=true&target=" + target))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly(run);
        rows.end(run, "CANCELLED");
        assertThat(api.get("/api/runs?active=true&target=" + target))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    private void objectives(String objectives) {
        rows.jdbc()
                .sql("UPDATE target SET definition = :definition WHERE name = :name")
                .param(
                        "definition",
                        "name: " + target + "\nbaseUrl: http://localhost\nobjectives: " + objectives + "\n")
                .param("name", target)
                .update();
    }

    private String measured(String phase, double p95, double errors, double orderP95) {
        String run = rows.run(target);
        load(run, phase, p95, errors, orderP95);
        return run;
    }

    private void load(String run, String phase, double p95, double errors, double orderP95) {
        rows.jdbc()
                .sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at,
                                               ended_at, result)
                        VALUES (:run || :phase, :run, :phase, 'BASELINE', 1, 1, 1, '{}', 'VALID', clock_timestamp(), :now,
                                jsonb_build_object(
                                    'all', jsonb_build_object('p95Ms', :p95::float8, 'errorRate', :errors::float8),
                                    'requests', jsonb_build_object('order', jsonb_build_object('p95Ms', :order::float8))))
                        """)
                .param("run", run)
                .param("phase", phase)
                .param("now", rows.now())
                .param("p95", p95)
                .param("errors", errors)
                .param("order", orderP95)
                .update();
    }

    private void says(String field, Object value) {
        assertThat(api.get("/api/overview"))
                .bodyJson()
                .extractingPath("$.targets[?(@.name == '" + target + "')]." + field)
                .asArray()
                .containsExactly(value);
    }
}
