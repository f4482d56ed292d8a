package dev.perfloop.change.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perfloop.change.watch.Pulse.How;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import dev.perfloop.target.TargetReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Against a service that answers over HTTP. */
class ServiceProbeTests {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String session = "s1";
    private volatile int status = 200;
    private AnnotationConfigApplicationContext rooms;
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        rooms = Rooms.open(Database.migrated(), List.of(), "run", "target", "load", "change");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        rooms.close();
        service.stop(0);
    }

    @Test
    void theHeaviestRequestsThatOnlyReadAreSentWithTheSameValuesAsOneWhoStaysLoggedIn() throws Exception {
        try (var probe = probe()) {
            assertThat(probe.look())
                    .extracting(Pulse::request, Pulse::how)
                    .containsExactly(tuple("list", How.WELL), tuple("one", How.WELL));
            probe.look();
        }
        assertThat(asked).filteredOn("POST /login"::equals).hasSize(2);
        assertThat(asked).doesNotContain("POST /orders");
        assertThat(asked.stream().filter(it -> it.startsWith("GET /item?")).distinct())
                .hasSize(1);
    }

    @Test
    void aSessionThatEndedIsNoFailure() throws Exception {
        try (var probe = probe()) {
            probe.look();
            session = "s2";

            assertThat(probe.look()).extracting(Pulse::how).containsOnly(How.WELL);
        }
    }

    @Test
    void anErrorAndAServiceThatIsGoneAreToldApart() throws Exception {
        try (var probe = probe()) {
            status = 503;
            assertThat(probe.look()).extracting(Pulse::how).containsOnly(How.BADLY);
            service.stop(0);
            assertThat(probe.look()).extracting(Pulse::how).containsOnly(How.NOT_REACHED);
        }
    }

    @Test
    void aScenarioThatOnlyWritesCannotBeProbed() {
        var target = rooms.getBean(TargetReader.class).read("""
                name: shop
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: order, post: /orders } ] }
                database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
                """);

        assertThat(rooms.getBean(Probes.class).of(target)).isEmpty();
    }

    private Probe probe() {
        var target = rooms.getBean(TargetReader.class)
                .read("""
                        name: shop
                        baseUrl: http://127.0.0.1:%d
                        load:
                          login: { post: /login, body: "{}" }
                          requests:
                            - { name: one, weight: 10, get: "/item?id={id}" }
                            - { name: list, weight: 50, get: /items }
                            - { name: order, weight: 40, post: /orders }
                          feeders: { id: { range: 1..1000 } }
                        database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
                        """.formatted(service.getAddress().getPort()));
        return rooms.getBean(Probes.class).of(target).orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asks = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(asks);
            if (asks.equals("POST /login")) {
                exchange.getResponseHeaders().add("Set-Cookie", "session=" + session);
                exchange.sendResponseHeaders(200, -1);
            } else {
                String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
                exchange.sendResponseHeaders(cookie.contains(session) ? status : 401, -1);
            }
        }
    }
}
