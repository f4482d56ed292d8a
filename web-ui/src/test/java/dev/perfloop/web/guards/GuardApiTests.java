package dev.perfloop.web.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yaml.snakeyaml.Yaml;

@WebUiTest
class GuardApiTests {
    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private String target = "";

    @BeforeEach
    void aTargetWithGuards() {
        target = rows.target();
        rows.jdbc()
                .sql("UPDATE target SET definition = :definition WHERE name = :name")
                .param("name", target)
                .param("definition", """
                        name: %s
                        load:
                          requests:
                            - { name: catalogue, get: "/api/products?category={category}" }
                            - { name: order, put: "/api/v1.0/orders/{orderId}/lines/{line}" }
                        """.formatted(target))
                .update();
        String run = rows.run(target);
        rows.end(run, "TARGETS_MET");
        guard(run, "", "P95_MS", 250);
        guard(run, "catalogue", "P95_MS", 120);
        guard(run, "order", "ERROR_RATE", 0.02);
        guard(run, "gone", "P95_MS", 50);
    }

    @Test
    void theGuardsAreListedWithTheRunThatVerifiedThem() {
        MvcTestResult shown = api.get(path(""));

        assertThat(shown)
                .bodyJson()
                .extractingPath("$.guards[*].request")
                .asArray()
                .containsExactly("", "catalogue", "gone", "order");
        assertThat(shown).bodyJson().extractingPath("$.guards[0].ceiling").isEqualTo(250.0);
    }

    @Test
    void thePrometheusRulesAreYamlWithAnAlertForEachGuardAndOneForSilence() throws Exception {
        String text =
                api.get(path("/prometheus?selector=job=\"shop\"")).getResponse().getContentAsString();

        assertThat(text)
                .contains("percentiles-histogram.http.server.requests=true")
                .contains("these requests: gone");
        JsonNode rules =
                new ObjectMapper().valueToTree(new Yaml().<Object>load(text)).at("/groups/0/rules");
        assertThat(rules).hasSize(4).allSatisfy(rule -> {
            assertThat(rule.path("expr").asText()).contains("job=\"shop\"");
            assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
        });
        assertThat(expressions(rules))
                .anySatisfy(expr -> assertThat(expr)
                        .contains("histogram_quantile(0.95, sum by (le) (rate(http_server_requests_seconds_bucket{"
                                + "job=\"shop\",method=\"GET\",uri=~\"/api/products\"}[5m])))")
                        .contains("> 0.120000")
                        .contains("<= 42.0000"))
                .anySatisfy(expr -> assertThat(expr)
                        .contains("outcome=\"SERVER_ERROR\"")
                        .contains("method=\"PUT\"")
                        .contains("uri=~\"/api/v1\\\\.0/orders/\\\\{[^/]+\\\\}/lines/\\\\{[^/]+\\\\}\"")
                        .contains("> 0.0200000"))
                .anySatisfy(expr -> assertThat(expr).startsWith("absent("));
    }

    @Test
    void theDashboardHasAPanelForEachGuardWithItsCeilingAsThreshold() throws Exception {
        JsonNode board = new ObjectMapper()
                .readTree(api.get(path("/grafana")).getResponse().getContentAsString());

        assertThat(board.path("panels")).hasSize(3);
        assertThat(board.at("/panels/0/fieldConfig/defaults/thresholds/steps/1/value")
                        .asDouble())
                .isEqualTo(0.25);
        assertThat(board.at("/panels/0/targets/0/expr").asText()).contains("uri!~\"/actuator.*\"");
        assertThat(board.at("/panels/2/fieldConfig/defaults/unit").asText()).isEqualTo("percentunit");
    }

    @Test
    void aSelectorThatIsNoneIsRefused() {
        assertThat(api.get(path("/prometheus?selector=job=shop"))).hasStatus(400);
    }

    @Test
    void withoutGuardsThereAreNoFiles() {
        String bare = rows.target();

        assertThat(api.get("/api/targets/" + bare + "/guards/prometheus")).hasStatus(409);
        assertThat(api.get("/api/targets/" + bare + "/guards/grafana")).hasStatus(409);
        assertThat(api.get("/api/targets/nowhere/guards")).hasStatus(404);
    }

    @Test
    void liftingGuardsIsADecisionThatIsWrittenDown() {
        rows.jdbc()
                .sql(
                        "INSERT INTO replaced_guard SELECT target, profile, request, metric, ceiling, rate, run_id, set_at FROM "
                                + "regression_guard WHERE target = :target")
                .param("target", target)
                .update();
        assertThat(api.delete("operator", path(""))).hasStatus(403);
        assertThat(api.delete("approver", path("")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.lifted")
                .isEqualTo(4);
        assertThat(rows.jdbc()
                        .sql("""
                                SELECT released_by || ' ' || jsonb_array_length(guards)
                                FROM guard_release WHERE target = :target
                                """)
                        .param("target", target)
                        .query(String.class)
                        .single())
                .isEqualTo("approver 4");
        assertThat(rows.jdbc()
                        .sql("SELECT count(*) FROM replaced_guard WHERE target = :target")
                        .param("target", target)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(api.delete("approver", path(""))).hasStatus(409);
    }

    @Test
    void whatHoldsNoLongerSinceAChangeWasTakenBackIsSaidWhereverTheGuardsAre() throws Exception {
        lifted(1);
        assertThat(api.get(path("")))
                .bodyJson()
                .extractingPath("$.lifted")
                .asString()
                .contains("1 guard was lifted on", "as ann took change " + target + "-c1 back", "hold no longer");
        assertThat(api.get(path("/prometheus")).getResponse().getContentAsString())
                .contains("\n# 1 guard was lifted on");
        assertThat(api.get(path("/grafana")).getResponse().getContentAsString()).contains("1 guard was lifted on");

        rows.jdbc()
                .sql("DELETE FROM regression_guard WHERE target = :target")
                .param("target", target)
                .update();
        for (var refused : List.of(api.get(path("/prometheus")), api.post("/api/targets/" + target + "/gate", "{}"))) {
            assertThat(refused)
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("hold no longer. The next verified run sets them anew.");
        }
    }

    @Test
    void olderOnesThatStandAgainAreSaid() {
        lifted(1);
        rows.jdbc()
                .sql("UPDATE guard_release SET brought_back = 2 WHERE target = :target")
                .param("target", target)
                .update();

        assertThat(api.get(path("")))
                .bodyJson()
                .extractingPath("$.lifted")
                .asString()
                .contains("hold no longer. 2 older ones, verified without it, stand again. The next");
    }

    @Test
    void whatWasSetAnewSinceNeedsNoWordOfTheOld() {
        lifted(-1);

        assertThat(api.get(path(""))).bodyJson().extractingPath("$.lifted").isNull();
    }

    /** @param seconds after the guards were set */
    private void lifted(int seconds) {
        rows.jdbc().sql("""
                        INSERT INTO change (id, run_id, position, kind, spec, statement, undo_statement, status)
                        SELECT :target || '-c1', run_id, 1, 'CREATE_INDEX', '{}', '', '', 'REVERTED'
                        FROM regression_guard WHERE target = :target LIMIT 1""").param("target", target).update();
        rows.jdbc()
                .sql("""
                        INSERT INTO guard_release (target, released_by, released_at, guards, change_id)
                        VALUES (:target, 'ann', :at, '[{}]', :target || '-c1')""")
                .param("target", target)
                .param("at", rows.now().plusSeconds(seconds))
                .update();
    }

    private static List<String> expressions(JsonNode rules) {
        List<String> expressions = new ArrayList<>();
        rules.forEach(rule -> expressions.add(rule.path("expr").asText()));
        return expressions;
    }

    private String path(String rest) {
        return "/api/targets/" + target + "/guards" + rest;
    }

    private void guard(String run, String request, String metric, double ceiling) {
        rows.jdbc()
                .sql("""
                        INSERT INTO regression_guard (target, profile, request, metric, ceiling, rate, run_id, set_at)
                        VALUES (:target, 'BASELINE', :request, :metric, :ceiling, 40, :run, :now)
                        """)
                .param("target", target)
                .param("request", request)
                .param("metric", metric)
                .param("ceiling", ceiling)
                .param("run", run)
                .param("now", rows.now())
                .update();
    }
}
