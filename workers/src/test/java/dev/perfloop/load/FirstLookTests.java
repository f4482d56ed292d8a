package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A real server that misbehaves in the ways that real ones do. */
class FirstLookTests {
    private static final LoadShape SHAPE = new LoadShape(LoadProfile.BASELINE, 40, null, 10, 30, null);
    private static final String FORM =
            "<html><title>Please sign in</title><form action=/in><input name=u><INPUT type=\"password\" name=p></form></html>";

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final FirstLook look = new FirstLook();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        answer("/", 404, "application/json", "{\"error\": \"no\n such page\"}", "");
        answer("/ok", 200, "application/json", "{}", "");
        answer("/moved", 302, "", "", "/ok");
        answer("/away", 302, "", "", "https://elsewhere.example/ok");
        answer("/private", 302, "", "", "/login?from=private");
        answer("/form", 200, "text/html;charset=utf-8", FORM, "");
        answer("/api/form", 200, "text/html", FORM.replace("Please sign in", "Books"), "");
        answer("/home", 200, "text/html", FORM.replace("Please sign in", "Books"), "");
        answer("/login", 200, "text/html", FORM, "");
        server.createContext("/session", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "id=7");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/mine", exchange -> {
            boolean known = "id=7".equals(exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().add("Location", "/login");
            exchange.sendResponseHeaders(known ? 200 : 302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void scenarioThatIsAnsweredAsItExpectsIsAskedOncePerRequest() throws Exception {
        look(null, Some.get("a", "/ok/a"), Some.get("b", "/ok/b"));

        assertThat(asked).containsExactly("/ok/a", "/ok/b");
    }

    @Test
    void oneRequestThatFailsIsForTheLoadToTell() throws Exception {
        look(null, Some.get("list", "/ok"), Some.get("gone", "/gone"));

        assertThat(asked).containsExactly("/ok", "/gone", "/gone", "/gone");
    }

    @Test
    void scenarioWhoseRequestsAllFailNamesRequestStatusAndWhatCameBack() {
        assertThatThrownBy(() -> look(null, Some.get("list", "/books?key=s3cret"), Some.get("gone", "/gone")))
                .isInstanceOfSatisfying(
                        TargetRefused.class,
                        refused -> assertThat(refused.mend()).contains("load.requests"))
                .hasMessage(
                        "All 2 requests of the scenario fail, the first of them so: list (GET /books) is answered with"
                                + " status 404 instead of 2xx: \"{\"error\": \"no such page\"}\".");
    }

    @Test
    void redirectToALoginPageSaysHowToLogIn() {
        assertThatThrownBy(() -> look(null, Some.get("list", "/ok"), Some.get("mine", "/private")))
                .isInstanceOfSatisfying(
                        TargetRefused.class,
                        refused -> assertThat(refused.mend())
                                .contains("load.login")
                                .contains("${SHOP_PASSWORD}"))
                .hasMessageStartingWith("mine (GET /private) is redirected to the login page http://127.0.0.1:")
                .hasMessageEndingWith("/login.");
    }

    @Test
    void loginPageInsteadOfTheAnswerIsNoSuccess() {
        assertThatThrownBy(() -> look(null, Some.get("list", "/form")))
                .isInstanceOf(TargetRefused.class)
                .hasMessage("list (GET /form) is answered with status 200 and a login page.");
    }

    @Test
    void loginFormInsteadOfDataIsNoSuccessWhateverItsTitle() {
        assertThatThrownBy(() -> look(null, Some.get("list", "/api/form"))).hasMessageEndingWith("and a login page.");
    }

    @Test
    void loginPageThatWasAskedForAndPageThatOffersALoginAreFine() throws Exception {
        look(null, Some.get("page", "/login"), Some.get("home", "/home"));

        assertThat(asked).containsExactly("/login", "/home");
    }

    @Test
    void redirectToAnotherHostIsRefused() {
        assertThatThrownBy(() -> look(null, Some.get("list", "/away")))
                .isInstanceOfSatisfying(
                        TargetRefused.class,
                        refused -> assertThat(refused.mend()).contains("load.hosts"))
                .hasMessageContaining("redirected to the host elsewhere.example");
    }

    @Test
    void redirectElsewhereOnTheHostIsNotFollowed() {
        assertThatThrownBy(() -> look(null, Some.get("list", "/moved")))
                .isInstanceOfSatisfying(
                        TargetRefused.class,
                        refused -> assertThat(refused.mend()).contains("expect: 302"));
        assertThat(asked).doesNotContain("/ok");
    }

    @Test
    void redirectThatIsExpectedIsAGoodAnswer() throws Exception {
        look(null, new LoadRequest("moved", 1, "GET", "/moved", null, Map.of(), 302));

        assertThat(asked).containsExactly("/moved");
    }

    @Test
    void loginsCookieGoesAlong() throws Exception {
        var login = new LoadRequest("login", 1, "POST", "/session", "{}", Map.of(), 302);

        look(login, Some.get("mine", "/mine"));
        assertThatThrownBy(() -> look(null, Some.get("mine", "/mine"))).hasMessageContaining("login page");
    }

    @Test
    void loginThatIsRefusedIsNamed() {
        var login = new LoadRequest("login", 1, "POST", "/nowhere", "{}", Map.of(), null);

        assertThatThrownBy(() -> look(login, Some.get("mine", "/mine")))
                .hasMessageContaining("login (POST /nowhere) is answered with status 404");
    }

    private void look(@org.jspecify.annotations.Nullable LoadRequest login, LoadRequest... requests)
            throws InterruptedException {
        Target target = Some.targetAt(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), login, List.of(requests));
        look.demandAnswers(target, scenario().of(target, SHAPE, 7));
    }

    private static ScenarioSpec scenario() {
        return new ScenarioSpec(
                new FeederRepository(target -> {
                    throw new AssertionError("no feeder here asks the database");
                }),
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("perfloop.load", Bindable.of(LoadProperties.class)));
    }

    private void answer(String path, int status, String type, String body, String location) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Content-Type", type);
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
