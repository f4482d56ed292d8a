package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.issuer.Issuer;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole code flow over HTTP, against a real authorization server. */
@WebUiTest
@ExtendWith(OutputCaptureExtension.class)
class OidcLoginTests extends AtAProvider {
    @LocalServerPort
    int port;

    @Autowired
    Api api;

    @Autowired
    Rows rows;

    private Browser browser = new Browser(0);
    private final String ana = "ana-" + UUID.randomUUID();

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        issuer.put(ana, "everybody", "perf-team");
    }

    @Test
    void theLoginPageIsToldOfTheProvider() throws Exception {
        assertThat(JsonPath.<String>read(browser.get("/api/info").body(), "$.oidcLabel"))
                .isEqualTo("Sign in at the issuer");
    }

    @Test
    void groupsBecomeRolesAndOneComesBackToWhereOneWas() throws Exception {
        issuer.put(ana, "perf-team", "perf leads", "canteen");

        var page = browser.login(ana, "/runs/20261121-x?tab=plan");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().toString()).endsWith("/runs/20261121-x?tab=plan");
        assertThat(JsonPath.<String>read(session(), "$.user")).isEqualTo(ana);
        assertThat(JsonPath.<List<String>>read(session(), "$.roles")).containsExactly("APPROVER", "OPERATOR");
    }

    @Test
    void theFlowCarriesAChallengeAndItsCookieSurvivesTheWayBack() throws Exception {
        browser.begin("/");

        assertThat(browser.visited())
                .anySatisfy(uri -> assertThat(uri.toString())
                        .startsWith(issuer.siteOfItsOwn() + "/oauth2/authorize")
                        .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce="));
        var begun = browser.get("/api/login/oidc?from=/");
        assertThat(begun.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("SameSite=Strict"));
        assertThat(new Browser(port).get("/api/login/oidc").headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("PERFLOOP-SESSION").contains("SameSite=Lax", "HttpOnly"));
    }

    @Test
    void whoHasNoRoleIsToldSoAndNotLetIn() throws Exception {
        issuer.put(ana, "canteen");

        var page = browser.login(ana, "/targets");

        assertThat(page.uri().toString()).endsWith("/login?refused=no-role&from=%2Ftargets");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(audited("$.items[0].action")).isEqualTo("LOGIN");
        assertThat(audited("$.items[0].status")).isEqualTo(401);
    }

    @Test
    void whoWantsNoPageGetsAProblem() throws Exception {
        issuer.put(ana, "canteen");

        var answer = browser.password(browser.begin("/"), ana, "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JsonPath.<String>read(answer.body(), "$.mend")).contains("perfloop.web.oidc.roles");
    }

    @Test
    void nobodyComesUnderALocalName() throws Exception {
        issuer.put("Approver", "perf leads");

        assertThat(browser.login("Approver", "/").uri().toString()).contains("refused=name-taken");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void anAddressFromALinkLeadsNowhereElse() throws Exception {
        assertThat(browser.login(ana, "//elsewhere.example/").uri())
                .isEqualTo(URI.create("http://127.0.0.1:" + port + "/"));
    }

    @Test
    void anExpiredLoginComesBackWithoutAPasswordWhileTheProviderKnowsOne() throws Exception {
        browser.login(ana, "/");
        browser.post("/api/logout", "{}");
        assertThat(browser.get("/api/runs").statusCode()).isEqualTo(401);

        var page = browser.begin("/approvals");

        assertThat(page.uri().toString()).isEqualTo("http://127.0.0.1:" + port + "/approvals");
        assertThat(browser.get("/api/runs").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutGoesOnAtTheProvider() throws Exception {
        issuer.allowLogoutTo("http://127.0.0.1:" + port + "/login");
        browser.login(ana, "/");

        var farewell = browser.post("/api/logout", "{}");
        String there = JsonPath.read(farewell.body(), "$.continueAt");
        var page = browser.follow(URI.create(there));

        assertThat(page.uri().toString()).isEqualTo("http://127.0.0.1:" + port + "/login");
        assertThat(browser.begin("/").uri().toString())
                .as("the provider asks again")
                .isEqualTo(issuer.siteOfItsOwn() + "/login");
        assertThat(audited("$.items[0].action")).isEqualTo("LOGOUT");
        assertThat(audited("$.items[1].way")).isEqualTo("OIDC");
    }

    @Test
    void approvalsCarryTheNameAndFourEyesHold() throws Exception {
        issuer.put(ana, "perf-team", "perf leads");
        String target = rows.target();
        browser.login(ana, "/");
        String started =
                browser.post("/api/runs", "{\"target\": \"" + target + "\"}").body();
        String run = JsonPath.read(started, "$.run.id");
        assertThat(JsonPath.<String>read(started, "$.run.requestedBy")).isEqualTo(ana);
        String approval = rows.pendingApproval(run);
        rows.jdbc()
                .sql("UPDATE approval SET four_eyes = true WHERE id = :id")
                .param("id", approval)
                .update();
        String decision = "/api/approvals/" + approval + "/decision";

        assertThat(browser.post(decision, "{\"decision\": \"APPROVE\"}").statusCode())
                .as("who asked may not approve")
                .isEqualTo(403);

        Browser other = new Browser(port);
        String ben = "ben-" + UUID.randomUUID();
        issuer.put(ben, "perf leads");
        other.login(ben, "/");
        assertThat(other.post(decision, "{\"decision\": \"APPROVE\"}").statusCode())
                .isEqualTo(202);
        assertThat(JsonPath.<String>read(other.get("/api/approvals/" + approval).body(), "$.decidedBy"))
                .isEqualTo(ben);
    }

    @Test
    void aTokenLosesWhatTheProviderNoLongerGives() throws Exception {
        issuer.put(ana, "perf-team", "perf leads");
        browser.login(ana, "/");
        String created = browser.post("/api/tokens", "{\"name\": \"build\", \"roles\": [\"OPERATOR\", \"APPROVER\"]}")
                .body();
        assertThat(rolesOf(created)).containsExactly("APPROVER", "OPERATOR");

        issuer.put(ana, "perf-team");
        browser.post("/api/logout", "{}");
        browser.begin("/");

        assertThat(rolesOf(created)).containsExactly("OPERATOR");
    }

    @Test
    void noSecretIsLogged(CapturedOutput log) throws Exception {
        browser.login(ana, "/");
        String created = browser.post("/api/tokens", "{\"name\": \"build\", \"roles\": [\"OPERATOR\"]}")
                .body();
        rolesOf(created);
        api.getAs("a-name-or-a-password", "/api/runs");
        var code = Pattern.compile("code=([^&]+)")
                .matcher(browser.visited().stream()
                        .map(URI::toString)
                        .filter(uri -> uri.contains("/login/oauth2/code/perfloop?"))
                        .findFirst()
                        .orElseThrow());
        assertThat(code.find()).isTrue();

        assertThat(log.getAll())
                .contains("action=login result=refused")
                .doesNotContain(
                        Issuer.SECRET,
                        Issuer.password(ana),
                        code.group(1),
                        JsonPath.<String>read(created, "$.token"),
                        "a-name-or-a-password");
    }

    private List<String> rolesOf(String created) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/session"))
                .header("Authorization", "Bearer " + JsonPath.read(created, "$.token"))
                .build();
        return JsonPath.read(http.send(asked, BodyHandlers.ofString()).body(), "$.roles");
    }

    private String session() throws IOException, InterruptedException {
        return browser.get("/api/session").body();
    }

    private Object audited(String path) throws IOException {
        return JsonPath.read(
                api.getAs("admin", "/api/audit?who=" + ana).getResponse().getContentAsString(), path);
    }
}
