package dev.perfloop.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WebUiTest
class AuditApiTests {
    @Autowired
    Api api;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Rows rows;

    @Autowired
    SteppedClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    /** Walks through what the controllers offer, so that what is added later is asked about as well. */
    @Test
    void everyEndpointThatIsNoLookIsWrittenDown() throws UnsupportedEncodingException {
        List<String> asked = new ArrayList<>();
        Instant from = clock.instant();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                assertThat(methods.isEmpty() && !isSprings(info))
                        .as("without a method it takes all of them: " + info)
                        .isFalse();
                continue;
            }
            for (RequestMethod method : methods) {
                for (String template : info.getPatternValues()) {
                    call(method, template, info);
                    if (!template.endsWith("/validation")) {
                        asked.add(method + " " + template);
                    }
                }
            }
        }

        assertThat(asked).hasSizeGreaterThan(8);
        assertThat(actionsSince(from))
                .containsAll(asked)
                .as("what is asked with each pause in typing changes nothing")
                .noneMatch(action -> action.endsWith("/validation"));
    }

    @Test
    void aStartIsWrittenDownWithNameTargetAndRun() throws UnsupportedEncodingException {
        String target = rows.target();
        String run = JsonPath.read(
                api.post("/api/runs", "{\"target\": \"" + target + "\"}")
                        .getResponse()
                        .getContentAsString(),
                "$.run.id");

        MvcTestResult log = api.getAs("admin", "/api/audit?target=" + target);

        assertThat(log).bodyJson().extractingPath("$.items").asArray().hasSize(1);
        assertThat(log).bodyJson().extractingPath("$.items[0].who").isEqualTo("operator");
        assertThat(log).bodyJson().extractingPath("$.items[0].way").isEqualTo("BASIC");
        assertThat(log).bodyJson().extractingPath("$.items[0].action").isEqualTo("POST /api/runs");
        assertThat(log).bodyJson().extractingPath("$.items[0].subject").isEqualTo(run);
        assertThat(log).bodyJson().extractingPath("$.items[0].status").isEqualTo(201);
        assertThat(log).bodyJson().extractingPath("$.items[0].remoteAddress").isEqualTo("127.0.0.1");
    }

    @Test
    void whatWasDoneToARunOrAnApprovalBelongsToItsTarget() {
        String target = rows.target();
        String run = rows.run(target);
        String approval = rows.pendingApproval(run);

        api.postAs("approver", "/api/approvals/" + approval + "/decision", "{\"decision\": \"APPROVE\"}");
        api.postAs("viewer", "/api/runs/" + run + "/cancel", "{}");

        MvcTestResult log = api.getAs("admin", "/api/audit?target=" + target);
        assertThat(log)
                .bodyJson()
                .extractingPath("$.items[*].action")
                .asArray()
                .containsExactly("POST /api/runs/{id}/cancel", "POST /api/approvals/{id}/decision");
        assertThat(log)
                .as("what was refused is written down as well")
                .bodyJson()
                .extractingPath("$.items[*].status")
                .asArray()
                .containsExactly(403, 202);
        assertThat(log)
                .bodyJson()
                .extractingPath("$.items[*].subject")
                .asArray()
                .containsExactly(run, approval);
    }

    @Test
    void aTokenIsNamed() throws UnsupportedEncodingException {
        String target = rows.target();
        String created = api.post("/api/tokens", "{\"name\": \"build " + target + "\", \"roles\": [\"OPERATOR\"]}")
                .getResponse()
                .getContentAsString();

        mvc.post()
                .uri("/api/targets/" + target + "/observability")
                .header("Authorization", "Bearer " + JsonPath.read(created, "$.token"))
                .exchange();

        MvcTestResult log = api.getAs("admin", "/api/audit?target=" + target);
        assertThat(log).bodyJson().extractingPath("$.items[0].way").isEqualTo("TOKEN");
        assertThat(log).bodyJson().extractingPath("$.items[0].tokenName").isEqualTo("build " + target);
        assertThat(log).bodyJson().extractingPath("$.items[0].who").isEqualTo("operator");
    }

    @Test
    void whatNobodyAskedIsNotWrittenDown() {
        Instant from = clock.instant();

        mvc.post()
                .uri("/api/runs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        api.get("/api/runs");

        assertThat(api.getAs("admin", "/api/audit?from=" + from))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void failedLoginsAreWrittenDownUnderNamesThatThereAre() {
        Instant from = clock.instant();

        mvc.get().uri("/api/runs").with(httpBasic("operator", "wrong")).exchange();
        mvc.get().uri("/api/runs").with(httpBasic("my secret", "operator")).exchange();

        MvcTestResult log = api.getAs("admin", "/api/audit?from=" + from);
        assertThat(log).bodyJson().extractingPath("$.items[*].action").asArray().containsExactly("LOGIN", "LOGIN");
        assertThat(log)
                .as("what was typed as a name may be a password")
                .bodyJson()
                .extractingPath("$.items[*].who")
                .asArray()
                .containsExactly(null, "operator");
        assertThat(log).bodyText().doesNotContain("my secret", "wrong");
    }

    @Test
    void nobodyFillsTheLogFromOutside() {
        Instant from = clock.instant();

        mvc.post().uri("/api/login").param("username", "operator").exchange();
        mvc.get().uri("/login/oauth2/code/perfloop?code=x&state=y").exchange();
        mvc.get().uri("/api/runs").header("Authorization", "Bearer pfl_x").exchange();
        mvc.delete().uri("/api/tokens/x").exchange();

        assertThat(api.getAs("admin", "/api/audit?from=" + from))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() throws UnsupportedEncodingException {
        String target = rows.target();
        for (int i = 0; i < 5; i++) {
            api.postAs("viewer", "/api/targets/" + target + "/gate", "{}");
        }

        String first = api.getAs("admin", "/api/audit?limit=3&target=" + target)
                .getResponse()
                .getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        MvcTestResult second = api.getAs("admin", "/api/audit?limit=3&target=" + target + "&cursor=" + cursor);

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id")).hasSize(3);
        assertThat(second).bodyJson().extractingPath("$.items").asArray().hasSize(2);
        assertThat(second).bodyJson().extractingPath("$.nextCursor").isNull();
        assertThat(api.getAs("admin", "/api/audit?target=" + target + "&who=nobody"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(api.getAs("admin", "/api/audit?target=" + target + "&to=2020-01-01T00:00:00Z"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(api.getAs("admin", "/api/audit?cursor=x")).hasStatus(400);
        assertThat(api.getAs("admin", "/api/audit?from=yesterday")).hasStatus(400);
    }

    private void call(RequestMethod method, String template, RequestMappingInfo info) {
        MediaType type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        mvc.perform(request(HttpMethod.valueOf(method.name()), template.replaceAll("\\{[^}]+}", "none"))
                .with(httpBasic("approver", "approver"))
                .contentType(type)
                .content("{}"));
    }

    private List<String> actionsSince(Instant from) throws UnsupportedEncodingException {
        String log = api.getAs("admin", "/api/audit?limit=200&who=approver&from=" + from)
                .getResponse()
                .getContentAsString();
        return JsonPath.read(log, "$.items[*].action");
    }

    private static boolean isSprings(RequestMappingInfo info) {
        return info.getPatternValues().stream().anyMatch(path -> path.contains("error"));
    }
}
