package dev.perfloop.web.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class OutlookApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
        rows.jdbc()
                .sql("UPDATE target SET definition = :definition WHERE name = :name")
                .param("definition", """
                        name: x
                        baseUrl: http://localhost
                        objectives: { p95: 200ms }
                        approval: { fourEyes: true }
                        guards: { maxCpu: 70%, allow: [CREATE_INDEX] }
                        """)
                .param("name", target)
                .update();
    }

    @Test
    void withoutAnEarlierRunTheLoadsDurationsAreTold() {
        says("QUICK", "$.earlierRuns", 0);
        takes("QUICK", "PROFILE", 40.0);
        takes("QUICK", "BEFORE", 80.0);
        takes("STANDARD", "BEFORE", 270.0 + 175.0 + 315.0);
        takes("QUICK", "APPROVE", null);
        takes("QUICK", "ANALYSE", null);
    }

    @Test
    void earlierRunsOfTheSameIntensityTellHowLongItTakes() {
        ended(12);
        ended(30);
        ended(20);

        says("QUICK", "$.earlierRuns", 3);
        takes("QUICK", "APPLY", 20.0);
        says("STANDARD", "$.earlierRuns", 0);
    }

    @Test
    void whatTheOwnerWantsAndAllowsIsShown() {
        says("QUICK", "$.objectives[0].metric", "P95_MS");
        says("QUICK", "$.objectives[0].limit", 200.0);
        says("QUICK", "$.fourEyes", true);
        says("QUICK", "$.allowed[0]", "CREATE_INDEX");
        says("QUICK", "$.guards[0].value", "70%");
    }

    @Test
    void anActiveRunStandsInTheWay() {
        says("QUICK", "$.activeRun", null);
        String run = rows.run(target);

        says("QUICK", "$.activeRun", run);
        assertThat(api.get("/api/targets/none/outlook")).hasStatus(404);
    }

    private void ended(int seconds) {
        String run = rows.run(target);
        rows.step(run, Math.abs((long) run.hashCode()), "Task_ApplyChange", "DONE");
        rows.jdbc()
                .sql("UPDATE run_step SET ended_at = started_at + make_interval(secs => :seconds) WHERE run_id = :run")
                .param("seconds", seconds)
                .param("run", run)
                .update();
        rows.end(run, "TARGETS_MET");
    }

    private void takes(String intensity, String stage, @Nullable Double seconds) {
        assertThat(outlook(intensity))
                .bodyJson()
                .extractingPath("$.stages[?(@.stage == '" + stage + "')].seconds")
                .asArray()
                .containsExactly(new @Nullable Object[] {seconds});
    }

    private void says(String intensity, String path, @Nullable Object value) {
        assertThat(outlook(intensity)).bodyJson().extractingPath(path).isEqualTo(value);
    }

    private MvcTestResult outlook(String intensity) {
        return api.get("/api/targets/" + target + "/outlook?intensity=" + intensity);
    }
}
