package dev.perfloop.web.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SeriesRows;
import dev.perfloop.web.support.WebUiTest;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class ThresholdApiTests {
    private static final String WISH =
            "{\"warning\": 200, \"critical\": 300, \"direction\": \"ABOVE\", \"lastingSeconds\": 120, \"clearShare\": 0.2}";

    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @Autowired
    SeriesRows series;

    private String target = "";
    private int id;

    @BeforeEach
    void aSeries() {
        target = rows.target();
        id = series.add(target, "PROMETHEUS", "request_p95_ms", "ms", "PERCENTILE");
    }

    @Test
    void whatHeldAtTheNewestAssessmentIsShownUntilSomebodySetsAnOwnOne() {
        held("DECISION", 500);
        String path = "/api/series/" + id + "/threshold";
        assertThat(api.getAs("viewer", path))
                .bodyJson()
                .extractingPath("$.holds.from")
                .isEqualTo("DECISION");

        assertThat(api.put(path, WISH))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.holds.from")
                .isEqualTo("OWN");

        var listed = api.get("/api/targets/" + target + "/thresholds");
        assertThat(listed).bodyJson().extractingPath("$[0].holds.setBy").isEqualTo("operator");
        assertThat(listed)
                .bodyJson()
                .extractingPath("$[0].holds.lastingSeconds")
                .isEqualTo(120);
        assertThat(api.delete("operator", path))
                .bodyJson()
                .extractingPath("$.holds.from")
                .isEqualTo("DECISION");
        assertThat(api.delete("operator", path)).hasStatus(404);
    }

    @Test
    void whatIsSetIsInTheAuditLog() {
        api.put("/api/series/" + id + "/threshold", WISH);

        assertThat(rows.jdbc()
                        .sql("SELECT action FROM audit_event WHERE target = :t")
                        .param("t", target)
                        .query(String.class)
                        .list())
                .containsExactly("PUT /api/series/{id}/threshold");
    }

    @Test
    void aThresholdIsTriedOnThePastBeforeItIsSet() {
        minutes(3, 250);
        minutes(0, 100);

        var preview =
                api.get("/api/series/" + id + "/threshold/preview?days=7&warning=200&critical=240&lastingSeconds=300");

        assertThat(preview).bodyJson().extractingPath("$.judged").isEqualTo(40);
        assertThat(preview).bodyJson().extractingPath("$.firings.length()").isEqualTo(1);
        assertThat(preview).bodyJson().extractingPath("$.firings[0].severity").isEqualTo("CRITICAL");
        assertThat(preview).bodyJson().extractingPath("$.firings[0].worst").isEqualTo(250.0);
        assertThat(preview).bodyJson().extractingPath("$.firings[0].endedAt").isNotNull();
        assertThat(api.get("/api/series/" + id + "/threshold/preview?warning=260"))
                .bodyJson()
                .extractingPath("$.firings.length()")
                .isEqualTo(0);
    }

    @Test
    void whatIsUsualIsTriedHourByHour() {
        held("HISTORY", 60);
        minutes(3, 250);
        for (int hour = 0; hour < 168; hour++) {
            rows.jdbc()
                    .sql("INSERT INTO usual_hour VALUES (:id, :hour, 'UTC', 30, 40, 50, now())")
                    .param("id", id)
                    .param("hour", hour)
                    .update();
        }

        assertThat(api.get("/api/series/" + id + "/threshold/preview"))
                .bodyJson()
                .extractingPath("$.firings.length()")
                .isEqualTo(1);
    }

    @Test
    void hoursOfWhichNothingIsKnownAreNotJudged() {
        held("HISTORY", 60);
        minutes(3, 250);

        var preview = api.get("/api/series/" + id + "/threshold/preview");

        assertThat(preview).bodyJson().extractingPath("$.judged").isEqualTo(0);
        assertThat(preview).bodyJson().extractingPath("$.stepSeconds").isEqualTo(60);
        assertThat(preview).bodyJson().extractingPath("$.firings.length()").isEqualTo(0);
    }

    @Test
    void fourWeeksAreTriedAtOnce() throws Exception {
        rows.jdbc()
                .sql("""
                        INSERT INTO sample_minute
                        SELECT :id, at, 4, 1, 1, 400 * (1 + (extract(epoch FROM at)::bigint / 3600 % 50 = 0)::int), 4, 1
                        FROM generate_series(:now::timestamptz - interval '28 days', :now, '1 min') AS g (at)""")
                .param("id", id)
                .param("now", rows.now().truncatedTo(ChronoUnit.MINUTES))
                .update();
        api.get("/api/series/" + id + "/threshold/preview?days=28&warning=150");
        long began = System.nanoTime();

        var preview = api.get("/api/series/" + id + "/threshold/preview?days=28&warning=150");

        long millis = (System.nanoTime() - began) / 1_000_000;
        String shown = preview.getResponse().getContentAsString();
        assertThat(JsonPath.<Integer>read(shown, "$.judged")).isBetween(40_319, 40_321);
        assertThat(JsonPath.<List<String>>read(shown, "$.firings[*].firedAt")).hasSizeBetween(13, 14);
        assertThat(millis).as("milliseconds for 28 days").isLessThan(1000);
    }

    @Test
    void whoOnlyReadsTriesAndSetsNothing() {
        assertThat(api.getAs("viewer", "/api/series/" + id + "/threshold/preview?warning=1"))
                .hasStatusOk();
        assertThat(api.delete("viewer", "/api/series/" + id + "/threshold")).hasStatus(403);
    }

    @Test
    void whatNoValueCouldBeHeldAgainstIsRefused() {
        String path = "/api/series/" + id + "/threshold";

        var refused = api.put(path, "{\"warning\": 200, \"critical\": 100, \"clearShare\": 2}");

        assertThat(refused)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("critical");
        assertThat(refused).bodyJson().extractingPath("$.errors[1].field").isEqualTo("clearShare");
        assertThat(api.put(path, "{\"critical\": 100}")).hasStatus(400);
        assertThat(api.get("/api/series/2147483647/threshold")).hasStatus(404);
    }

    private void held(String from, double warning) {
        rows.jdbc()
                .sql("INSERT INTO threshold_held VALUES (:id, :warning, :warning, 'ABOVE', 300, 0.1, :from, now())")
                .param("id", id)
                .param("warning", warning)
                .param("from", from)
                .update();
    }

    /** Twenty of them, so many hours ago. */
    private void minutes(int hoursAgo, double value) {
        OffsetDateTime begin =
                rows.now().truncatedTo(ChronoUnit.MINUTES).minusHours(hoursAgo).minusMinutes(30);
        for (int minute = 0; minute < 20; minute++) {
            rows.jdbc()
                    .sql("INSERT INTO sample_minute VALUES (:id, :at, 4, :v, :v, 4 * :v, 4, :v)")
                    .param("id", id)
                    .param("at", begin.plusMinutes(minute))
                    .param("v", value)
                    .update();
        }
    }
}
