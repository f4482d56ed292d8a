package dev.perfloop.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.WebUiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class OpenApiTests {
    @Autowired
    Api api;

    @Test
    void theApiDescribesItselfWithItsLoginAndItsRefusals() {
        MvcTestResult description = api.get("/v3/api-docs");

        assertThat(description)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsKeys(
                        "/api/login",
                        "/api/runs",
                        "/api/runs/{id}/summary",
                        "/api/approvals/{id}/decision",
                        "/api/targets/{name}");
        assertThat(description)
                .bodyJson()
                .extractingPath(
                        "$.paths['/api/runs'].post.responses.default.content['application/problem+json'].schema.$ref")
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void theDescriptionIsAlsoFoundUnderTheApisOwnRoof() {
        assertThat(api.get("/api/openapi")).hasForwardedUrl("/v3/api-docs");
    }
}
