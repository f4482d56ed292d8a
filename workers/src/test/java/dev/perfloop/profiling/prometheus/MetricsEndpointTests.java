package dev.perfloop.profiling.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.target.MetricsDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsEndpointTests {
    private static final String METRICS = "process_cpu_usage 0.25\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void springBootIsAskedForWhatIsKeptOnly() {
        answering(query -> METRICS);

        assertThat(scrape("/actuator/prometheus")).containsExactly(Map.entry(Metrics.PROCESS_CPU_SHARE, 0.25));
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("includedNames=", "hikaricp_connections_acquire_seconds,");
    }

    @Test
    void anEndpointThatRefusesNamesIsAskedForAll() {
        answering(query -> query.isEmpty() ? METRICS : "");

        assertThat(scrape("/prometheus")).containsKey(Metrics.PROCESS_CPU_SHARE);
        assertThat(asked).hasSize(2).last().isEqualTo("");
    }

    @Test
    void othersAreAskedAsTheyAreNamed() {
        answering(query -> METRICS);

        assertThat(scrape("/metrics?team=shop")).containsKey(Metrics.PROCESS_CPU_SHARE);
        assertThat(asked).containsExactly("team=shop");
    }

    private Map<String, Double> scrape(String path) {
        var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + path);
        return new MetricsEndpoint(new MetricsDoor()).scrape(address).orElseThrow();
    }

    /** With 400 where there is nothing to say. */
    private void answering(UnaryOperator<String> metrics) {
        service.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query == null ? "" : query);
            byte[] text = metrics.apply(asked.getLast()).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(text.length == 0 ? 400 : 200, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
    }
}
