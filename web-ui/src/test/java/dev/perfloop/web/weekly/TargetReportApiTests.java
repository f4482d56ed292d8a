package dev.perfloop.web.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class TargetReportApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String path = "";

    @BeforeEach
    void target() {
        path = "/api/targets/" + rows.target() + "/reports";
    }

    @Test
    void aReportIsAskedForAndReadOnceItIsMade() throws Exception {
        String id = asked("{\"zone\": \"Europe/Berlin\"}");
        assertThat(api.get(path + "/" + id))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("WAITING");
        assertThat(api.get(path + "/" + id + "/report.html")).hasStatus(404);

        rows.jdbc().sql("""
                        UPDATE target_report SET status = 'MADE', content = '{"heard": 0.5}', html = '<h1>a</h1>', markdown = '# a', ended_at = :now
                        WHERE id = :id::uuid""").param("id", id).param("now", rows.now()).update();

        assertThat(api.get(path + "/" + id))
                .bodyJson()
                .extractingPath("$.report.heard")
                .isEqualTo(0.5);
        assertThat(api.get(path)).bodyJson().extractingPath("$[0].zone").isEqualTo("Europe/Berlin");
        assertThat(api.get(path + "/" + id + "/report.html"))
                .hasStatusOk()
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox")
                .bodyText()
                .isEqualTo("<h1>a</h1>");
        assertThat(api.get(path + "/" + id + "/report.md")).bodyText().isEqualTo("# a");
        assertThat(api.get("/api/targets/" + rows.target() + "/reports/" + id))
                .as("of another target")
                .hasStatus(404);
    }

    @Test
    void theNewestWeekIsThereOnceOneWasReported() throws Exception {
        assertThat(api.get(path + "/week")).hasStatus(404).bodyJson().hasPath("$.mend");
        String id = asked("{}");
        rows.jdbc()
                .sql("UPDATE target_report SET status = 'MADE', content = '{}', weekly = true WHERE id = :id::uuid")
                .param("id", id)
                .update();

        assertThat(api.get(path + "/week")).bodyJson().extractingPath("$.id").isEqualTo(id);
    }

    @Test
    void aTimeThatHoldsNothingOrTooMuchIsRefused() {
        for (String wish : new String[] {
            "{\"from\": \"2026-11-02T00:00:00Z\", \"until\": \"2026-11-01T00:00:00Z\"}",
            "{\"until\": \"2999-01-01T00:00:00Z\"}",
            "{\"from\": \"2020-01-01T00:00:00Z\"}",
            "{\"zone\": \"Atlantis\"}"
        }) {
            assertThat(api.post(path, wish)).as(wish).hasStatus(400).bodyJson().hasPath("$.mend");
        }
        assertThat(api.postAs("viewer", path, "{}")).hasStatus(403);
        assertThat(api.get("/api/targets/nowhere/reports")).hasStatus(404);
        assertThat(api.get(path + "/no-id")).hasStatus(400);
    }

    private String asked(String wish) throws UnsupportedEncodingException {
        var answer = api.post(path, wish);
        assertThat(answer).hasStatus(201);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }
}
