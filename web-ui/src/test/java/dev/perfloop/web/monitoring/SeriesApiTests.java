package dev.perfloop.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SeriesRows;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class SeriesApiTests {
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
        id = series.add(target, "DATABASE", "transactions_per_second", "1/s", "RATE");
    }

    @Test
    void readingsAreShownWhereFewMinutesAreAskedFor() throws Exception {
        sample("2026-11-21T07:00:05Z", 15, 10);
        sample("2026-11-21T07:00:20Z", 45, 2);
        sample("2026-11-21T07:01:05Z", 15, 6);

        String shown = shown("2026-11-21T07:00:00Z", "2026-11-21T07:02:00Z", 100);

        assertThat(JsonPath.<String>read(shown, "$.resolution")).isEqualTo("RAW");
        assertThat(JsonPath.<List<Double>>read(shown, "$.buckets[*].mean")).containsExactly(4.0, null, 6.0, null);
        assertThat(JsonPath.<List<Double>>read(shown, "$.buckets[*].high")).containsExactly(10.0, null, 6.0, null);
    }

    @Test
    void aTimeWithoutReadingsStaysEmpty() throws Exception {
        minute("2026-11-21T05:00:00Z", 4, 15, 60);
        minute("2026-11-21T05:01:00Z", 4, 15, 120);
        minute("2026-11-21T05:03:00Z", 4, 15, 30);

        String shown = shown("2026-11-21T05:00:00Z", "2026-11-21T05:05:00Z", 5);

        assertThat(JsonPath.<String>read(shown, "$.resolution")).isEqualTo("MINUTE");
        assertThat(JsonPath.<List<Double>>read(shown, "$.buckets[*].mean")).containsExactly(4.0, 8.0, null, 2.0, null);
    }

    @Test
    void bucketsOfSeveralMinutesWeighTheirMinutes() throws Exception {
        minute("2026-11-21T05:00:00Z", 4, 15, 60);
        minute("2026-11-21T05:01:00Z", 4, 45, 90);

        String shown = shown("2026-11-21T05:00:00Z", "2026-11-21T05:10:00Z", 2);

        assertThat(JsonPath.<Integer>read(shown, "$.stepSeconds")).isEqualTo(300);
        assertThat(JsonPath.<List<Double>>read(shown, "$.buckets[*].mean")).containsExactly(2.5, null);
    }

    @Test
    void theSeriesOfATargetAreListedWithTheirNewestValueAndWhatIsUsual() {
        rows.jdbc()
                .sql("""
                        WITH a AS (
                            INSERT INTO assessment (id, target_id, at, rests_on, words)
                            VALUES (gen_random_uuid(), :t, :now, 'REAL_TIME', 'x') RETURNING id)
                        INSERT INTO assessment_reading
                        SELECT id, :series, 'transactions_per_second', null, 12.5, '1/s', 8, 10, 12, null FROM a""")
                .param("t", target)
                .param("now", rows.now())
                .param("series", id)
                .update();

        var list = api.get("/api/targets/" + target + "/series");

        assertThat(list).bodyJson().extractingPath("$[0].value").isEqualTo(12.5);
        assertThat(list).bodyJson().extractingPath("$[0].usual.high").isEqualTo(12.0);
        assertThat(list).bodyJson().extractingPath("$[0].subject").isNull();
    }

    @Test
    void runsOfTheTimeAreMarks() {
        String run = rows.run(target);

        assertThat(api.get("/api/targets/" + target + "/monitoring/marks"))
                .bodyJson()
                .extractingPath("$[0].runId")
                .isEqualTo(run);
    }

    @Test
    void alertsAndChangedLevelsAreMarksToo() {
        rows.jdbc().sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at, resolved_at)
                        VALUES (gen_random_uuid(), :t, 'CPU', 'WARNING', 'RESOLVED', 'high', '2026-11-20 23:00Z', '2026-11-21 02:00Z',
                                '2026-11-21 02:00Z')""").param("t", target).update();
        rows.jdbc()
                .sql("INSERT INTO level_change VALUES (:id, '2026-11-21 04:00Z', 'ROSE', now())")
                .param("id", id)
                .update();

        var marks = api.get(
                "/api/targets/" + target + "/monitoring/marks?from=2026-11-21T01:00:00Z&until=2026-11-21T05:00:00Z");

        assertThat(marks).bodyJson().extractingPath("$[*].kind").asArray().containsExactly("ALERT", "LEVEL");
        assertThat(marks).bodyJson().extractingPath("$[0].until").isEqualTo("2026-11-21T02:00:00Z");
        assertThat(marks).bodyJson().extractingPath("$[1].seriesId").isEqualTo(id);
    }

    @Test
    void whatIsUsualIsThatOfTheHourOfTheWeekByItsClock() throws Exception {
        rows.jdbc()
                .sql(
                        "INSERT INTO usual_hour VALUES (:id, 5 * 24 + 6, 'Europe/Berlin', 3, 4, 5, now()), (:id, 5 * 24 + 7, 'Europe/Berlin', 6, 7, 8, now())")
                .param("id", id)
                .update();

        String shown = shown("2026-11-21T05:58:00Z", "2026-11-21T06:02:00Z", 4);

        assertThat(JsonPath.<List<Double>>read(shown, "$.buckets[*].usualHigh")).containsExactly(5.0, 5.0, 8.0, 8.0);
    }

    /** PostgreSQL would look for an offset on the other side of Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "+02:00, 2026-11-21T05:30:00Z",
        "UTC+02:00, 2026-11-21T05:30:00Z",
        "GMT+02:00, 2026-11-21T05:30:00Z",
        "-00:30, 2026-11-21T07:30:00Z",
        "Etc/GMT-2, 2026-11-21T05:30:00Z"
    })
    void clocksAreReadAsMonitoringReadsThem(String zone, String sevenOnSaturday) throws Exception {
        rows.jdbc()
                .sql("INSERT INTO usual_hour VALUES (:id, 5 * 24 + 7, :zone, 6, 7, 8, now())")
                .param("id", id)
                .param("zone", zone)
                .update();
        Instant at = Instant.parse(sevenOnSaturday);

        String shown = shown(at.toString(), at.plusSeconds(240).toString(), 4);

        assertThat(JsonPath.<List<Double>>read(shown, "$.buckets[*].usualHigh"))
                .isNotEmpty()
                .containsOnly(8.0);
    }

    @Test
    void whatIsNotThereOrHoldsNothingIsRefused() {
        assertThat(api.get("/api/series/2147483647")).hasStatus(404);
        assertThat(api.get("/api/series/" + id + "?from=2026-11-21T07:00:00Z&until=2026-11-21T06:00:00Z"))
                .hasStatus(400);
    }

    private String shown(String from, String until, int points) throws UnsupportedEncodingException {
        var answer = api.get("/api/series/" + id + "?from=" + from + "&until=" + until + "&points=" + points);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private void sample(String at, double seconds, double value) {
        rows.jdbc()
                .sql(
                        "INSERT INTO sample VALUES (:t, 'DATABASE', :at::timestamptz, :seconds, ARRAY[:id], ARRAY[:value]::float8[])")
                .param("t", target)
                .param("at", at)
                .param("seconds", seconds)
                .param("id", id)
                .param("value", value)
                .update();
    }

    private void minute(String at, int count, double weight, double total) {
        series.rolled("sample_minute", id, at, count, weight, total);
    }
}
