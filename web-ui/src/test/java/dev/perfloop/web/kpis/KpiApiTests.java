package dev.perfloop.web.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SeriesRows;
import dev.perfloop.web.support.WebUiTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class KpiApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    @Autowired
    SeriesRows series;

    private String target = "";

    @BeforeEach
    void aTarget() {
        target = rows.target();
    }

    @Test
    void ofNothingNothingIsClaimed() {
        var kpis = api.get("/api/monitoring/kpis?target=" + target);

        assertThat(kpis).bodyJson().extractingPath("$.alerts").isEqualTo(0);
        assertThat(kpis).bodyJson().extractingPath("$.collectionShare").isNull();
        assertThat(kpis).bodyJson().extractingPath("$.accuracyShare").isNull();
        assertThat(kpis).bodyJson().extractingPath("$.toldP95Seconds").isNull();
        assertThat(api.get("/api/monitoring/kpis?days=36")).hasStatus(400);
    }

    @Test
    void peopleSayWhatWasRealAndTimesAreFromWhenTheTroubleHadLasted() {
        UUID real = alert(600, "POOL");
        UUID noise = alert(600, "CPU");
        alert(600, "DISK");
        delivered(real, 570);
        assertThat(api.post("/api/alerts/" + real + "/verdict", "{\"verdict\": \"NOISE\"}"))
                .hasStatusOk();
        assertThat(api.post("/api/alerts/" + real + "/verdict", "{\"verdict\": \"REAL\"}"))
                .bodyJson()
                .extractingPath("$.verdictBy")
                .isEqualTo("operator");
        api.post("/api/alerts/" + noise + "/verdict", "{\"verdict\": \"NOISE\"}");
        assertThat(api.post("/api/alerts/" + real + "/verdict", "{}")).hasStatus(400);

        var kpis = api.getAs("viewer", "/api/monitoring/kpis?target=" + target);
        assertThat(kpis).bodyJson().extractingPath("$.alerts").isEqualTo(3);
        assertThat(kpis).bodyJson().extractingPath("$.accuracyShare").isEqualTo(0.5);
        assertThat(kpis).bodyJson().extractingPath("$.noticedP50Seconds").isEqualTo(10.0);
        assertThat(kpis)
                .bodyJson()
                .extractingPath("$.toldP95Seconds")
                .asNumber()
                .satisfies(told -> assertThat(told.doubleValue()).isBetween(30.0, 30.5));
        assertThat(kpis).bodyJson().extractingPath("$.recoveredP50Seconds").isEqualTo(290.0);
    }

    @Test
    void whatWasNotEvenTriedIsMissing() {
        int collecting = collecting("2026-11-21T07:49:00Z");
        for (int minute = 52; minute < 60; minute++) {
            series.rolled(
                    "sample_minute", collecting, "2026-11-21T07:%d:00Z".formatted(minute), 4, 4, minute == 59 ? 4 : 0);
        }

        assertThat(collected())
                .as("of 10 minutes 8 were read, and one of these told nothing")
                .isBetween(0.69, 0.71);
    }

    @Test
    void wholeHoursAreTakenAsTheyAreRolledUp() {
        int collecting = collecting("2026-11-21T05:49:00Z");
        for (String hour : List.of("2026-11-21T06:00:00Z", "2026-11-21T07:00:00Z")) {
            series.rolled("sample_hour", collecting, hour, 240, 240, 24);
            series.rolled("sample_minute", collecting, hour, 4, 4, 0);
        }
        series.rolled("sample_minute", collecting, "2026-11-21T05:59:00Z", 4, 4, 0);

        assertThat(collected())
                .as("of 130 minutes, 4 readings in one before the hours and 432 of 480 in them")
                .isBetween(436.0 / 520 - 0.001, 436.0 / 520 + 0.001);
    }

    @Test
    void eachTargetIsThereBesideAllOfThem() {
        collecting("2026-11-21T07:49:00Z");
        String quiet = target;
        target = rows.target();
        UUID real = alert(600, "POOL");
        api.post("/api/alerts/" + real + "/verdict", "{\"verdict\": \"REAL\"}");

        var kpis = api.getAs("viewer", "/api/monitoring/kpis/targets?days=7");

        assertThat(kpis).bodyJson().extractingPath("$.all.target").isNull();
        assertThat(kpis)
                .bodyJson()
                .extractingPath("$.all.alerts")
                .asNumber()
                .satisfies(all -> assertThat(all.longValue()).isPositive());
        assertThat(kpis)
                .bodyJson()
                .extractingPath("$.targets[?(@.target == '" + target + "')].accuracyShare")
                .asArray()
                .containsExactly(1.0);
        assertThat(kpis)
                .bodyJson()
                .extractingPath("$.targets[?(@.target == '" + quiet + "')].alerts")
                .asArray()
                .containsExactly(0);
        assertThat(kpis)
                .bodyJson()
                .extractingPath("$.targets[?(@.target == '" + quiet + "')].collectionShare")
                .asArray()
                .containsExactly(0.0);
        assertThat(api.get("/api/monitoring/kpis/targets?days=36")).hasStatus(400);
    }

    /** The series that says whether readings of a source of the target told something, every 15 s; its id. */
    private int collecting(String since) {
        rows.jdbc().sql("""
                        INSERT INTO monitoring (target_id, wanted, every_seconds, cycle_seconds, changed_by, changed_at, next_at)
                        VALUES (:target, true, 15, 60, 'ann', now(), now())""").param("target", target).update();
        int id = series.add(target, "COLLECTOR", "collection_failed_share", "share", "GAUGE");
        rows.jdbc()
                .sql("UPDATE series SET first_at = :since::timestamptz WHERE id = :id")
                .param("since", since)
                .param("id", id)
                .update();
        return id;
    }

    private double collected() {
        var kpis = api.get("/api/monitoring/kpis?target=" + target);
        return JsonPath.<Number>read(body(kpis), "$.collectionShare").doubleValue();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Due so many seconds ago, open 10 s later, over after 5 minutes. */
    private UUID alert(int dueAgo, String family) {
        return rows.jdbc()
                .sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, due_at, opened_at, seen_at, resolved_at)
                        SELECT gen_random_uuid(), :target, :family, 'CRITICAL', 'RESOLVED', 'too much', due, due + interval '10 s',
                               due, due + interval '300 s'
                        FROM (SELECT :now::timestamptz - make_interval(secs => :ago) AS due) AS times
                        RETURNING id
                        """)
                .param("target", target)
                .param("family", family)
                .param("now", rows.now())
                .param("ago", dueAgo)
                .query(UUID.class)
                .single();
    }

    private void delivered(UUID alert, int ago) {
        rows.jdbc()
                .sql("""
                        INSERT INTO alert_delivery (alert_id, channel, event, status, next_at, made_at, ended_at)
                        SELECT :alert, 'ops', 'CRITICAL', 'SENT', at, at, at
                        FROM (SELECT :now::timestamptz - make_interval(secs => :ago) AS at) AS times""")
                .param("alert", alert)
                .param("now", rows.now())
                .param("ago", ago)
                .update();
    }
}
