package dev.perfloop.web.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.LoadRows;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class LogApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @Test
    void stepsLoadsAndEndAreToldInTimeWithoutTheProgressOfEachSecond() {
        String run = rows.run();
        rows.event(run, "STEP", step("STARTED", null));
        rows.event(run, "STEP", step("STARTED", "3 of 60 s"));
        rows.event(run, "LOAD", "{\"p95Ms\": 3}");
        rows.event(run, "STEP", step("DONE", "<b>done</b>"));
        rows.event(run, "ENDED", "{\"outcome\": \"TARGETS_MET\"}");
        new LoadRows(rows).test(run, "ROLLED_BACK", "PEAK", "{}");

        MvcTestResult log = api.get("/api/runs/" + run + "/log");

        assertThat(log)
                .bodyJson()
                .extractingPath("$.lines[*].state")
                .asArray()
                .containsExactlyInAnyOrder("STARTED", "DONE", "TARGETS_MET", "VALID");
        assertThat(log)
                .bodyJson()
                .extractingPath("$.lines[*].subject")
                .asArray()
                .contains("Apply change", "Peak load, rolled back, round 1");
        assertThat(log).bodyJson().extractingPath("$.lines[*].words").asArray().contains("<b>done</b>");
        assertThat(log).bodyJson().extractingPath("$.cutOff").isEqualTo(false);
        assertThat(api.get("/api/runs/nobody/log")).hasStatus(404);
    }

    private static String step(String status, @Nullable String message) {
        return "{\"name\": \"Apply change\", \"attempt\": 1, \"status\": \"%s\", \"message\": %s}"
                .formatted(status, message == null ? "null" : '"' + message + '"');
    }
}
