package dev.perfloop.change.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class MachineCpuTests {
    private static final String ELSEWHERE = "jdbc:postgresql://192.0.2.1:5432/x";

    private AnnotationConfigApplicationContext rooms;
    private HttpServer service;
    private volatile String metrics = "";

    @BeforeEach
    void start() throws IOException {
        rooms = Rooms.open(Database.migrated(), List.of(), "run", "target", "load", "change");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] text = metrics.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        rooms.close();
        service.stop(0);
    }

    @Test
    void theServiceTellsOfItsMachineAndElseOfItself() {
        var gauges = gauges(ELSEWHERE);
        metrics = "system_cpu_usage 0.7\nprocess_cpu_usage 0.2\n";
        assertThat(gauges)
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.share()).hasValue(0.7));
        metrics = "system_cpu_usage NaN\nprocess_cpu_usage 0.2\n";
        assertThat(gauges.getFirst().share()).hasValue(0.2);
        metrics = "up 1\n";
        assertThat(gauges.getFirst().share()).isEmpty();
    }

    @Test
    void ofADatabaseOnThisMachineItIsAskedItself() {
        assertThat(gauges("jdbc:postgresql://127.0.0.1:1/x"))
                .extracting(TargetCpu.Gauge::of)
                .containsExactly("the service's machine", "this machine, where the database runs");
        assertThat(rooms.getBean(TargetCpu.class).of(target(ELSEWHERE, ""))).isEmpty();
    }

    private List<TargetCpu.Gauge> gauges(String database) {
        String endpoint = "http://127.0.0.1:" + service.getAddress().getPort() + "/metrics";
        return rooms.getBean(TargetCpu.class).of(target(database, "metrics: { prometheus: \"" + endpoint + "\" }"));
    }

    private Target target(String database, String metrics) {
        return rooms.getBean(TargetReader.class).read("""
                name: shop
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: a, get: /a } ] }
                database: { url: "%s", user: u }
                %s
                """.formatted(database, metrics));
    }
}
