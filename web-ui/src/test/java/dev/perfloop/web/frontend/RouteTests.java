package dev.perfloop.web.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebUiTest
class RouteTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Api api;

    @Test
    void theFrontEndsOwnAddressesGetItsPageWithoutLogin() {
        for (String path :
                new String[] {"/login", "/runs", "/runs/20261121-003012-k7x2", "/runs/x/findings", "/targets/shop.eu"
                }) {
            assertThat(mvc.get().uri(path)).as(path).hasStatusOk().bodyText().contains("<div id=\"root\">");
        }
        assertThat(mvc.get().uri("/")).hasStatusOk().hasForwardedUrl("/index.html");
    }

    @Test
    void whatLooksLikeAFileIsFoundOrNot() {
        assertThat(mvc.get().uri("/nothing.js")).hasStatus(404).bodyJson().hasPath("$.mend");
        assertThat(mvc.get().uri("/assets/nothing.js")).hasStatus(404);
    }

    @Test
    void anUnknownAddressOfTheApiIsAProblemAndNeverThePage() {
        assertThat(api.get("/api/nowhere"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("/v3/api-docs");
        assertThat(api.get("/api")).hasStatus(404);
        assertThat(api.get("/v3/nothing")).hasStatus(404);
    }

    @Test
    void aWrongMethodIsAProblem() {
        assertThat(api.post("/api/info", "{}")).hasStatus(405).bodyJson().hasPath("$.mend");
    }

    @Test
    void aProcessModelIsServedAsTheEngineRunsIt() {
        assertThat(api.get("/api/processes/performance-optimization.bpmn"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("application/xml")
                .bodyText()
                .contains("id=\"performance-optimization\"");
        assertThat(api.get("/api/processes/other.bpmn"))
                .hasStatus(404)
                .bodyJson()
                .hasPath("$.mend");
        assertThat(api.get("/api/processes/..%2fsecret.bpmn").getResponse().getStatus())
                .isIn(400, 404);
    }
}
