package dev.perfloop.loadtests;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The one simulation: each arrival is a visit of its own that makes one request of the weighted mix, after a login when
 * there is one. Redirects are not followed: a target that sends everybody to its login page must not look healthy.
 */
public final class LoadSimulation extends Simulation {
    static final String VISIT = "perfloop.visit";
    /** Gatling makes the simulation by its no-argument constructor; one JVM runs one test. */
    private static @Nullable LoadTest current;

    private final LoadTest test;
    private final Set<String> names;

    static void prepare(LoadTest test) {
        current = test;
    }

    public LoadSimulation() {
        test = Objects.requireNonNull(current, "the Launcher prepares the simulation");
        names = test.spec().placeholders();
        LoadSpec.Login login = test.spec().login();
        ScenarioBuilder arrivals = scenario("arrivals")
                .exec(stopLoadGeneratorIf(
                        s -> Objects.toString(test.brake().pulledBecause()),
                        s -> test.brake().pulledBecause() != null))
                .exec(s -> s.set(VISIT, test.visits().visit(s.userId() - 1)));
        if (test.catchUp().isNeeded()) {
            arrivals = arrivals.exec(Gate.of(test.catchUp()));
        }
        if (login != null) {
            arrivals = arrivals.exec(login(login));
        }
        setUp(arrivals.exec(mix()).injectOpen(test.schedule().injection()))
                .protocols(http.shareConnections()
                        .disableWarmUp()
                        .disableFollowRedirect()
                        .disableCaching()
                        .disableAutoReferer()
                        .disableUrlEncoding()
                        .acceptHeader("*/*")
                        .acceptEncodingHeader("gzip")
                        .userAgentHeader("perfloop"));
    }

    /** Called by Gatling when all is ready but the first arrival. */
    @Override
    public void before() {
        Long startAt = test.spec().startAt();
        if (startAt != null) {
            long deadline = startAt;
            while (System.currentTimeMillis() < deadline) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(deadline - System.currentTimeMillis()));
            }
        }
    }

    private ChainBuilder mix() {
        List<LoadSpec.Request> requests = test.spec().requests();
        if (requests.size() == 1) {
            return measured(0, requests.getFirst(), Map.of());
        }
        List<Choice.WithKey> cases = IntStream.range(0, requests.size())
                .mapToObj(i -> onCase(i).then(measured(i, requests.get(i), Map.of())))
                .toList();
        return doSwitch(s -> visit(s).choice).on(cases);
    }

    private ChainBuilder login(LoadSpec.Login login) {
        int index = test.spec().requests().size();
        ChainBuilder chain = measured(index, login.asRequest(), login.saved()).exitHereIfFailed();
        chain = chain.exec(s -> {
            login.saved().keySet().forEach(name -> visit(s).keep(name, Objects.toString(s.get(name), "")));
            return s;
        });
        double thinkTime = test.spec().thinkTime();
        return thinkTime > 0 ? chain.exec(pause(Duration.ofMillis(Math.round(thinkTime * 1000)))) : chain;
    }

    private ChainBuilder measured(int index, LoadSpec.Request request, Map<String, String> save) {
        boolean first = index == test.spec().requests().size() || test.spec().login() == null;
        return exec(s -> {
                    Visit visit = visit(s);
                    long now = System.nanoTime();
                    visit.startNanos = first ? test.timeline().start(visit.arrival, visit.waited, now) : now;
                    return s;
                })
                .exec(httpRequest(request, save))
                .exec(s -> {
                    if (first && test.catchUp().isNeeded()) {
                        test.catchUp().answered();
                    }
                    test.recorder().record(index, visit(s).startNanos, s.isFailed());
                    return s;
                });
    }

    private HttpRequestActionBuilder httpRequest(LoadSpec.Request request, Map<String, String> save) {
        String address = request.path().startsWith("/") ? test.spec().baseUrl() + request.path() : request.path();
        String origin = address.substring(0, originEnd(address));
        Template path = Template.ofPath(address.substring(origin.length()), names);
        HttpRequestActionBuilder http = http(request.name())
                .httpRequest(request.method(), s -> origin + path.render(name -> Template.encode(visit(s).value(name))))
                .requestTimeout(Duration.ofMillis(Math.round(test.spec().requestTimeoutSeconds() * 1000)));
        Map<String, String> headers = request.headers() == null ? Map.of() : request.headers();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            Template value = Template.of(header.getValue(), names);
            http = http.header(header.getKey(), s -> value.render(visit(s)::value));
        }
        if (request.body() != null) {
            Template body = Template.of(request.body(), names);
            http = http.body(StringBody(s -> body.render(visit(s)::value)));
            if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
                http = http.header("Content-Type", "application/json");
            }
        }
        http = http.check(status().validate("expected", (code, s) -> expected(request.expect(), code)));
        for (Map.Entry<String, String> saved : save.entrySet()) {
            http = http.check(jsonPath(saved.getValue()).saveAs(saved.getKey()));
        }
        return http;
    }

    private static Integer expected(@Nullable Integer wanted, Integer code) {
        if (wanted == null ? code / 100 != 2 : !wanted.equals(code)) {
            throw new IllegalStateException("status " + code);
        }
        return code;
    }

    private static int originEnd(String address) {
        for (int i = address.indexOf("://") + 3; i < address.length(); i++) {
            if (address.charAt(i) == '/' || address.charAt(i) == '?') {
                return i;
            }
        }
        return address.length();
    }

    private static Visit visit(Session session) {
        return Objects.requireNonNull(session.<Visit>get(VISIT));
    }
}
