package dev.perfloop.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class SecurityTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Rows rows;

    @Test
    void whoIsNotLoggedInGetsAProblemAndNoRedirect() {
        for (String path :
                new String[] {"/api/session", "/api/runs", "/api/nowhere", "/reports/x/index.html", "/v3/api-docs"}) {
            MvcTestResult answer = mvc.get().uri(path).exchange();
            assertThat(answer).as(path).hasStatus(401).bodyJson().hasPath("$.mend");
            assertThat(answer).headers().as("a browser would ask by itself").doesNotContainHeader("WWW-Authenticate");
        }
    }

    @Test
    void whatTheLoginPageNeedsIsOpen() {
        MvcTestResult info = mvc.get().uri("/api/info").exchange();

        assertThat(info)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.operateUrl")
                .isEqualTo("http://localhost:8080/operate");
        assertThat(info).cookies().containsCookie("XSRF-TOKEN");
    }

    @Test
    void aBrowserLogsInActsAndLogsOut() {
        Cookie token = token(mvc.get().uri("/api/info").exchange());

        MvcTestResult login = login("approver", "approver", token);
        assertThat(login).hasStatusOk().bodyJson().extractingPath("$.user").isEqualTo("approver");
        assertThat(login).bodyJson().extractingPath("$.roles").asArray().containsExactly("APPROVER", "OPERATOR");
        MockHttpSession session = session(login);
        Cookie fresh = token(login);
        assertThat(fresh.getValue()).as("a login changes the token").isNotEqualTo(token.getValue());

        assertThat(mvc.get().uri("/api/session").session(session)).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/api/runs")
                        .session(session)
                        .cookie(fresh)
                        .header("X-XSRF-TOKEN", fresh.getValue())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"target\": \"" + rows.target() + "\"}"))
                .hasStatus(201);
        assertThat(mvc.post()
                        .uri("/api/logout")
                        .session(session)
                        .cookie(fresh)
                        .header("X-XSRF-TOKEN", fresh.getValue()))
                .hasStatus(204);
        assertThat(mvc.get().uri("/api/session").session(session)).hasStatus(401);
    }

    @Test
    void aSessionWithoutTheTokenMayNotWrite() {
        Cookie token = token(mvc.get().uri("/api/info").exchange());
        MockHttpSession session = session(login("operator", "operator", token));

        assertThat(mvc.post()
                        .uri("/api/runs")
                        .session(session)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("X-XSRF-TOKEN");
    }

    @Test
    void aWrongPasswordIsRefused() {
        Cookie token = token(mvc.get().uri("/api/info").exchange());

        assertThat(login("operator", "wrong", token)).hasStatus(401).bodyJson().hasPath("$.mend");
        assertThat(mvc.get().uri("/api/runs").with(httpBasic("operator", "wrong")))
                .hasStatus(401);
    }

    @Test
    void theCommandLineWritesWithoutTokenAndWithoutSession() {
        MvcTestResult answer = mvc.post()
                .uri("/api/runs")
                .with(httpBasic("operator", "operator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"target\": \"" + rows.target() + "\"}")
                .exchange();

        assertThat(answer).hasStatus(201);
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    /** A page, an answer, a refusal, and what is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/info", "/api/runs", "/assets/nothing.js"})
    void everyAnswerCarriesAPolicyThatLetsTheFrontEndWork(String path) {
        MvcTestResult answer = mvc.get().uri(path).exchange();

        assertThat(answer)
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "SAMEORIGIN")
                .hasValue("Referrer-Policy", "no-referrer")
                .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .hasValue("Cross-Origin-Resource-Policy", "same-origin")
                .doesNotContainHeader("Server");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self' data:");
        assertThat(answer.getResponse().getHeader("Permissions-Policy"))
                .contains("camera=()", "geolocation=()", "microphone=()");
    }

    @Test
    void aBrowserThatCameByHttpsIsToldToStayThere() {
        assertThat(mvc.get().uri("/api/info").secure(true).exchange())
                .headers()
                .hasValue("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        assertThat(mvc.get().uri("/api/info").exchange())
                .as("over HTTP it would mean nothing")
                .headers()
                .doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void answersOfTheApiAreNotCached() {
        assertThat(mvc.get()
                        .uri("/api/runs")
                        .with(httpBasic("viewer", "viewer"))
                        .exchange())
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    @Test
    void healthAndMetricsAreForThisMachineOnly() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health/readiness")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health").with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .hasStatus(401);
        assertThat(mvc.get().uri("/actuator/health").header("X-Forwarded-For", "192.0.2.7"))
                .as("a proxy on this machine speaks for another one")
                .hasStatus(401);
        assertThat(mvc.get().uri("/actuator/env")).hasStatus(404);
    }

    private MvcTestResult login(String user, String password, Cookie token) {
        return mvc.post()
                .uri("/api/login")
                .cookie(token)
                .header("X-XSRF-TOKEN", token.getValue())
                .param("username", user)
                .param("password", password)
                .exchange();
    }

    private static MockHttpSession session(MvcTestResult login) {
        return (MockHttpSession) Objects.requireNonNull(login.getRequest().getSession(false));
    }

    private static Cookie token(MvcTestResult answer) {
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN") && cookie.getMaxAge() != 0)
                .findFirst()
                .orElseThrow();
    }
}
