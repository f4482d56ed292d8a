package dev.perfloop.web.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.LoadRows;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(log).bodyJson().extractingPath("$.nextCursor").isNull();
        assertThat(api.get("/api/runs/nobody/log")).hasStatus(404);
    }

    @Test
    void linesOfTheSameMomentAreEachToldOnceHoweverSmallThePages() throws UnsupportedEncodingException {
        String run = rows.run();
        var loads = new LoadRows(rows);
        for (String profile : List.of("BASELINE", "PEAK", "STRESS")) {
            loads.test(run, "BEFORE", profile, "{}");
            rows.event(run, "STEP", step("DONE", profile));
        }
        rows.jdbc()
                .sql("UPDATE load_test SET started_at = :now, ended_at = :now WHERE run_id = :run")
                .param("run", run)
                .param("now", rows.now())
                .update();
        rows.jdbc()
                .sql(
                        "UPDATE run_event SET at = (SELECT max(ended_at) FROM load_test WHERE run_id = :run) WHERE run_id = :run")
                .param("run", run)
                .update();
        String path = "/api/runs/" + run + "/log";
        List<String> whole = JsonPath.read(text(path), "$.lines[*].subject");

        List<String> told = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            String page = text(path + "?limit=1" + cursor);
            told.addAll(0, JsonPath.<List<String>>read(page, "$.lines[*].subject"));
            String next = JsonPath.read(page, "$.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(told).hasSize(6).isEqualTo(whole);
    }

    private String text(String path) throws UnsupportedEncodingException {
        return api.get(path).getResponse().getContentAsString();
    }

    private static String step(String status, @Nullable String message) {
        return "{\"name\": \"Apply change\", \"attempt\": 1, \"status\": \"%s\", \"message\": %s}"
                .formatted(status, message == null ? "null" : '"' + message + '"');
    }
}
