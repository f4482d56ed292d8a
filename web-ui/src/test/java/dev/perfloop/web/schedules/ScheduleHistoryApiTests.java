package dev.perfloop.web.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What became of the times of a schedule, and who may say when they are. */
@WebUiTest
class ScheduleHistoryApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
    }

    @Test
    void whatItsTimesBecameIsTheHistoryPageByPage() throws Exception {
        String id = made();
        String run = rows.run(target);
        tick(id, "2026-11-20T01:30:00Z", run, null);
        tick(id, "2026-11-21T01:30:00Z", null, "Run x was at work");
        rows.end(run, "TARGETS_MET");

        MvcTestResult newest = api.get("/api/schedules/" + id + "/ticks?limit=1");

        assertThat(newest).bodyJson().extractingPath("$.ticks[0].whyNone").isEqualTo("Run x was at work");
        assertThat(newest).bodyJson().extractingPath("$.before").isEqualTo("2026-11-21T01:30:00Z");
        MvcTestResult older = api.get("/api/schedules/" + id + "/ticks?limit=1&before=2026-11-21T01:30:00Z");
        assertThat(older).bodyJson().extractingPath("$.ticks[0].runId").isEqualTo(run);
        assertThat(older).bodyJson().extractingPath("$.ticks[0].outcome").isEqualTo("TARGETS_MET");
        assertThat(older).bodyJson().extractingPath("$.before").isNull();
        assertThat(api.get("/api/schedules/" + id))
                .bodyJson()
                .extractingPath("$.last.whyNone")
                .isEqualTo("Run x was at work");
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "admin, 403", "approver, 200"})
    void schedulesTakeAnOperatorAndAreWrittenDown(String user, int status) throws Exception {
        String id = made();

        assertThat(api.postAs(user, "/api/schedules/" + id + "/pause", "")).hasStatus(status);

        assertThat(api.getAs(user, "/api/schedules")).hasStatusOk();
        assertThat(api.getAs("admin", "/api/audit?target=" + target))
                .bodyJson()
                .extractingPath("$.items[*].action")
                .asArray()
                .contains("POST /api/schedules");
    }

    private void tick(String id, String due, @Nullable String run, @Nullable String why) {
        rows.jdbc()
                .sql("""
                        INSERT INTO schedule_tick (schedule_id, due_at, decided_at, missed, run_id, why_none)
                        VALUES (:id, :due::timestamptz, :due::timestamptz, 0, :run, :why)
                        """)
                .param("id", id)
                .param("due", due)
                .param("run", run)
                .param("why", why)
                .update();
    }

    private String made() throws UnsupportedEncodingException {
        MvcTestResult answer = api.post(
                "/api/schedules",
                "{\"target\": \"" + target + "\", \"times\": \"30 2 * * *\", \"zone\": \"Europe/Berlin\"}");
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.schedule.id");
    }
}
