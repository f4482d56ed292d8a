package dev.perfloop.web.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.SteppedClock;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class TokenApiTests {
    @Autowired
    Api api;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Rows rows;

    @Autowired
    SteppedClock clock;

    @Autowired
    ApiTokens tokens;

    @Test
    void aTokenActsForItsOwnerWithoutPasswordOrSession() throws UnsupportedEncodingException {
        String token = created("operator", "OPERATOR");

        MvcTestResult session = get(token, "/api/session");
        assertThat(session).hasStatusOk().bodyJson().extractingPath("$.user").isEqualTo("operator");
        assertThat(session.getRequest().getSession(false)).isNull();
        assertThat(post(token, "/api/runs", "{\"target\": \"" + rows.target() + "\"}"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.run.requestedBy")
                .isEqualTo("operator");
    }

    @Test
    void itMayOnlyWhatItWasMadeFor() throws UnsupportedEncodingException {
        String token = created("approver", "VIEWER");

        assertThat(get(token, "/api/session"))
                .bodyJson()
                .extractingPath("$.roles")
                .asArray()
                .containsExactly("VIEWER");
        assertThat(post(token, "/api/runs", "{\"target\": \"" + rows.target() + "\"}"))
                .hasStatus(403);
    }

    @Test
    void nobodyGivesRolesThatTheyLack() {
        assertThat(create("operator", UUID.randomUUID().toString(), "APPROVER", 90))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("APPROVER");
    }

    @Test
    void aTokenMayNotCreateTokensAndRevokesNoOther() throws UnsupportedEncodingException {
        String token = created("operator", "OPERATOR");
        String other = idOf(create("operator", UUID.randomUUID().toString(), "VIEWER", 90));

        assertThat(post(token, "/api/tokens", "{\"name\": \"heir\", \"roles\": [\"VIEWER\"]}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("person");
        assertThat(delete(token, "/api/tokens/" + other)).hasStatus(403);
    }

    @Test
    void onlyItsHashIsKept() throws UnsupportedEncodingException {
        String token = created("operator", "VIEWER");

        assertThat(token).startsWith("pfl_").hasSize(47);
        assertThat(rows.jdbc()
                        .sql("SELECT count(*) FROM api_token t WHERE t::text LIKE '%' || :secret || '%'")
                        .param("secret", token.substring("pfl_".length()))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(api.get("/api/tokens")).bodyText().doesNotContain(token);
    }

    @Test
    void itEnds() throws UnsupportedEncodingException {
        MvcTestResult created = create("operator", UUID.randomUUID().toString(), "VIEWER", 1);
        String token = tokenOf(created);
        assertThat(get(token, "/api/runs")).hasStatusOk();

        clock.advance(Duration.ofDays(1));

        assertThat(get(token, "/api/runs"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("ended at");
    }

    @Test
    void itLastsNinetyDaysUnlessAskedOtherwiseAndNeverMoreThanAYear() throws UnsupportedEncodingException {
        MvcTestResult usual =
                api.post("/api/tokens", "{\"name\": \"%s\", \"roles\": [\"VIEWER\"]}".formatted(UUID.randomUUID()));
        String body = usual.getResponse().getContentAsString();
        assertThat(Duration.between(
                        Instant.parse(JsonPath.read(body, "$.createdAt")),
                        Instant.parse(JsonPath.read(body, "$.expiresAt"))))
                .isEqualTo(Duration.ofDays(90));

        assertThat(create("operator", UUID.randomUUID().toString(), "VIEWER", 366))
                .hasStatus(400);
        assertThat(create("operator", UUID.randomUUID().toString(), "VIEWER", 0))
                .hasStatus(400);
        assertThat(api.post("/api/tokens", "{\"name\": \"none\", \"roles\": []}"))
                .hasStatus(400);
        assertThat(api.post("/api/tokens", "{\"name\": \" \", \"roles\": [\"VIEWER\"]}"))
                .hasStatus(400);
        assertThat(api.post("/api/tokens", "{\"name\": \"a\\u001b[2J\", \"roles\": [\"VIEWER\"]}"))
                .as("a terminal would obey it")
                .hasStatus(400);
    }

    @Test
    void revokedItOpensNothing() throws UnsupportedEncodingException {
        MvcTestResult created = create("operator", UUID.randomUUID().toString(), "VIEWER", 90);
        String id = idOf(created);

        assertThat(api.delete("viewer", "/api/tokens/" + id))
                .as("somebody else's token is not seen")
                .hasStatus(404);
        assertThat(api.delete("operator", "/api/tokens/" + id)).hasStatus(204);

        assertThat(get(tokenOf(created), "/api/runs"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("revoked");
        assertThat(api.get("/api/tokens?limit=200"))
                .bodyJson()
                .extractingPath("$.items[?(@.id == '" + id + "')].revokedBy")
                .asArray()
                .containsExactly("operator");
    }

    @Test
    void anAdminSeesAndRevokesThoseOfEverybody() throws UnsupportedEncodingException {
        String id = idOf(create("operator", UUID.randomUUID().toString(), "VIEWER", 90));

        assertThat(api.getAs("operator", "/api/tokens?everybody=true")).hasStatus(403);
        assertThat(api.getAs("admin", "/api/tokens?everybody=true"))
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .contains(id);
        assertThat(api.delete("admin", "/api/tokens/" + id)).hasStatus(204);
    }

    @Test
    void aNameIsTakenUntilItsTokenIsRevoked() throws UnsupportedEncodingException {
        String name = UUID.randomUUID().toString();
        String id = idOf(create("operator", name, "VIEWER", 90));

        assertThat(create("operator", name, "VIEWER", 90)).hasStatus(409);
        api.delete("operator", "/api/tokens/" + id);
        assertThat(create("operator", name, "VIEWER", 90)).hasStatus(201);
    }

    @Test
    void whenItWasLastUsedIsKnownToTheMinute() throws UnsupportedEncodingException {
        MvcTestResult created = create("operator", UUID.randomUUID().toString(), "VIEWER", 90);
        assertThat(lastUsed(idOf(created))).containsExactly((Object) null);

        get(tokenOf(created), "/api/runs");
        List<Object> first = lastUsed(idOf(created));
        get(tokenOf(created), "/api/runs");
        assertThat(first).doesNotContainNull();
        assertThat(lastUsed(idOf(created))).isEqualTo(first);

        clock.advance(Duration.ofMinutes(2));
        get(tokenOf(created), "/api/runs");
        assertThat(lastUsed(idOf(created))).isNotEqualTo(first);
    }

    @Test
    void aTokenKeepsNothingThatItsOwnerLost() throws UnsupportedEncodingException {
        String token = created("operator", "OPERATOR");
        String lost = created("operator", "OPERATOR");
        owner(token, "viewer", "LOCAL");
        owner(lost, "somebody-who-left", "LOCAL");

        assertThat(get(token, "/api/runs"))
                .as("OPERATOR is not one of a viewer's roles")
                .hasStatus(401);
        assertThat(get(lost, "/api/runs")).hasStatus(401);
    }

    @Test
    void aProvidersWordNarrowsThemAtTheNextLogin() throws UnsupportedEncodingException {
        String token = created("approver", "OPERATOR\", \"APPROVER");
        String somebody = UUID.randomUUID().toString();
        owner(token, somebody, "OIDC");

        tokens.narrow(somebody, List.of(Role.OPERATOR));

        assertThat(rows.jdbc()
                        .sql("SELECT array_to_string(roles, ',') FROM api_token WHERE owner = :owner")
                        .param("owner", somebody)
                        .query(String.class)
                        .single())
                .isEqualTo("OPERATOR");
        assertThat(get(token, "/api/runs")).as("no provider is set here").hasStatus(401);
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutSayingMore() {
        assertThat(get("pfl_guessed", "/api/runs")).hasStatus(401).bodyJson().hasPath("$.mend");
        assertThat(get("", "/api/runs")).hasStatus(401);
    }

    private void owner(String token, String name, String origin) {
        rows.jdbc()
                .sql("UPDATE api_token SET owner = :owner, origin = :origin WHERE hash = :hash")
                .param("owner", name)
                .param("origin", origin)
                .param("hash", new Secret(token).hash())
                .update();
    }

    private List<Object> lastUsed(String id) throws UnsupportedEncodingException {
        return JsonPath.read(
                api.get("/api/tokens?limit=200").getResponse().getContentAsString(),
                "$.items[?(@.id == '" + id + "')].lastUsedAt");
    }

    private String created(String user, String roles) throws UnsupportedEncodingException {
        MvcTestResult created = create(user, UUID.randomUUID().toString(), roles, 90);
        assertThat(created).hasStatus(201);
        return tokenOf(created);
    }

    private MvcTestResult create(String user, String name, String roles, int days) {
        return api.postAs(
                user,
                "/api/tokens",
                "{\"name\": \"%s\", \"roles\": [\"%s\"], \"days\": %d}".formatted(name, roles, days));
    }

    private static String tokenOf(MvcTestResult created) throws UnsupportedEncodingException {
        return JsonPath.read(created.getResponse().getContentAsString(), "$.token");
    }

    private static String idOf(MvcTestResult created) throws UnsupportedEncodingException {
        return JsonPath.read(created.getResponse().getContentAsString(), "$.id");
    }

    private MvcTestResult get(String token, String path) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult delete(String token, String path) {
        return mvc.delete().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult post(String token, String path, String json) {
        return mvc.post()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
