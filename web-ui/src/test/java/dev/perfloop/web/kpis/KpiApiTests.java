package dev.perfloop.web.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class KpiApiTests {
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
        rows.jdbc().sql("""
                        INSERT INTO monitoring (target_id, wanted, every_seconds, cycle_seconds, changed_by, changed_at, next_at)
                        VALUES (:target, true, 15, 60, 'ann', now(), now())""").param("target", target).update();
        for (String sql : List.of(
                "CREATE TABLE IF NOT EXISTS minute_of_tests PARTITION OF sample_minute FOR VALUES FROM ('2026-10-01') TO ('2026-12-01')",
                """
                INSERT INTO sample_mark SELECT r, '2026-11-21 08:00Z', '2026-11-20 00:00Z'
                FROM unnest(ARRAY['RAW', 'MINUTE']) r ON CONFLICT DO NOTHING""")) {
            rows.jdbc().sql(sql).update();
        }
        rows.jdbc().sql("""
                        WITH its AS (
                            INSERT INTO series (target_id, source, metric, subject, title, unit, kind, first_at)
                            VALUES (:target, 'COLLECTOR', 'collection_failed_share', 'DATABASE', '', 'share', 'GAUGE',
                                    timestamptz '2026-11-21 07:49Z')
                            RETURNING id)
                        INSERT INTO sample_minute
                        SELECT id, timestamptz '2026-11-21 08:00Z' - make_interval(mins => minute), 4, 0, 1, CASE minute WHEN 1 THEN 4 ELSE 0 END, 4, 0
                        FROM its, generate_series(1, 8) AS minute""").param("target", target).update();

        assertThat(api.get("/api/monitoring/kpis?target=" + target))
                .as("of 10 minutes 8 were read, and one of these told nothing")
                .bodyJson()
                .extractingPath("$.collectionShare")
                .asNumber()
                .satisfies(share -> assertThat(share.doubleValue()).isBetween(0.69, 0.71));
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
