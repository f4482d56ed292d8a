package dev.perfloop.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class AlertApiTests {
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
    void anAlertShowsWhatIsBeyondAndWhatWasDone() {
        String run = rows.run(target);
        UUID alert = alert("POOL", "OPEN");
        breach(alert);
        rows.jdbc()
                .sql("INSERT INTO alert_response VALUES (:alert, 'CRITICAL', 'START_RUN', :now, :run, NULL)")
                .param("alert", alert)
                .param("now", rows.now())
                .param("run", run)
                .update();

        MvcTestResult shown = api.getAs("viewer", "/api/alerts?target=" + target);

        assertThat(shown).bodyJson().extractingPath("$[*].id").asArray().containsExactly(alert.toString());
        assertThat(shown).bodyJson().extractingPath("$[0].family").isEqualTo("POOL");
        assertThat(shown)
                .bodyJson()
                .extractingPath("$[0].breaches[0].thresholdFrom")
                .isEqualTo("OBJECTIVE");
        assertThat(shown).bodyJson().extractingPath("$[0].breaches[0].endedAt").isNull();
        assertThat(shown).bodyJson().extractingPath("$[0].responses[0].runId").isEqualTo(run);
    }

    @Test
    void itShowsWhoWasToldAndWhatTheyAnswered() {
        UUID alert = alert("POOL", "OPEN");
        rows.jdbc().sql("""
                        INSERT INTO alert_delivery (alert_id, channel, event, status, attempts, next_at, made_at, ended_at, last_words)
                        VALUES (:alert, 'ops', 'WARNING', 'SENT', 2, :now, :now, :now, '200'),
                               (:alert, 'team', 'WARNING', 'WAITING', 3, :now, :now, NULL, 'Connection refused')""").param("alert", alert).param("now", rows.now()).update();

        MvcTestResult shown = api.get("/api/alerts/" + alert);

        assertThat(shown).bodyJson().extractingPath("$.deliveries[0].nextAt").isNull();
        assertThat(shown).bodyJson().extractingPath("$.deliveries[1].attempts").isEqualTo(3);
        assertThat(shown).bodyJson().extractingPath("$.deliveries[1].answer").isEqualTo("Connection refused");
    }

    @Test
    void whatNobodyJudgedYetIsFound() {
        UUID judged = alert("CPU", "RESOLVED");
        UUID unjudged = alert("POOL", "RESOLVED");
        api.post("/api/alerts/" + judged + "/verdict", "{\"verdict\": \"NOISE\"}");
        String asked = "/api/alerts?resolved=true&unjudged=true&target=" + target;

        assertThat(api.get(asked))
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .containsExactly(unjudged.toString());
        rows.jdbc()
                .sql("UPDATE alert SET opened_at = opened_at - interval '8 days' WHERE id = :id")
                .param("id", unjudged)
                .update();
        assertThat(api.get(asked + "&days=7"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
        assertThat(api.get(asked + "&days=401")).hasStatus(400);
    }

    @Test
    void whatIsResolvedIsShownOnlyWhereItIsAskedFor() {
        alert("CPU", "RESOLVED");
        UUID open = alert("CPU", "OPEN");

        assertThat(api.get("/api/alerts?target=" + target))
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .containsExactly(open.toString());
        assertThat(api.get("/api/alerts?resolved=true&target=" + target))
                .bodyJson()
                .extractingPath("$[*].state")
                .asArray()
                .containsExactly("OPEN", "RESOLVED");
    }

    @Test
    void somebodyLooksAfterItMutesItAndTakesThatBack() {
        String path = "/api/alerts/" + alert("POOL", "OPEN");

        MvcTestResult acknowledged = api.post(path + "/acknowledge", "");
        assertThat(acknowledged)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("ACKNOWLEDGED");
        assertThat(acknowledged).bodyJson().extractingPath("$.changedBy").isEqualTo("operator");

        MvcTestResult muted = api.post(path + "/mute", "{\"hours\": 4}");
        assertThat(muted).bodyJson().extractingPath("$.state").isEqualTo("MUTED");
        assertThat(muted).bodyJson().extractingPath("$.mutedUntil").isNotNull();
        assertThat(api.post(path + "/mute", "{}"))
                .bodyJson()
                .extractingPath("$.mutedUntil")
                .isNull();
        assertThat(api.post(path + "/reopen", ""))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("OPEN");
        assertThat(api.getAs("admin", "/api/audit?target=" + target))
                .bodyJson()
                .extractingPath("$.items[*].action")
                .asArray()
                .contains("POST /api/alerts/{id}/mute", "POST /api/alerts/{id}/acknowledge");
    }

    @Test
    void whatIsResolvedOrUnknownIsRefused() {
        assertThat(api.post("/api/alerts/" + alert("CPU", "RESOLVED") + "/acknowledge", ""))
                .hasStatus(409)
                .bodyJson()
                .hasPath("$.mend");
        assertThat(api.post("/api/alerts/" + UUID.randomUUID() + "/acknowledge", ""))
                .hasStatus(404);
        assertThat(api.get("/api/alerts/none")).hasStatus(400);
        assertThat(api.post("/api/alerts/" + alert("POOL", "OPEN") + "/mute", "{\"hours\": 0}"))
                .hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "admin, 403", "approver, 200"})
    void whatIsSaidOfAnAlertTakesAnOperator(String user, int status) {
        assertThat(api.postAs(user, "/api/alerts/" + alert("POOL", "OPEN") + "/acknowledge", ""))
                .hasStatus(status);
    }

    private UUID alert(String family, String state) {
        return rows.jdbc()
                .sql("""
                        INSERT INTO alert (id, target_id, family, severity, state, words, opened_at, seen_at, resolved_at)
                        VALUES (gen_random_uuid(), :target, :family, 'CRITICAL', :state, 'too much', :now, :now,
                                CASE WHEN :state = 'RESOLVED' THEN :now::timestamptz END)
                        RETURNING id
                        """)
                .param("target", target)
                .param("family", family)
                .param("state", state)
                .param("now", rows.now())
                .query(UUID.class)
                .single();
    }

    private void breach(UUID alert) {
        rows.jdbc().sql("""
                        INSERT INTO alert_breach (alert_id, series_id, metric, unit, value, worst, threshold, threshold_from,
                                                  severity, first_at, last_at)
                        VALUES (:alert, 1, 'request_p95_ms', 'ms', 410, 430, 200, 'OBJECTIVE', 'CRITICAL', :now, :now)
                        """).param("alert", alert).param("now", rows.now()).update();
    }
}
