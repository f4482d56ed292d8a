package dev.perfloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two paths of a real server, one of which does a lot more work. */
class CompareCommandTests {
    private final PrintStream standardOut = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final HttpServer server;
    private String url = "";

    @TempDir
    Path folder;

    CompareCommandTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        answer("/quick", 200, 0);
        answer("/slow", 200, 3_000_000);
        answer("/broken", 500, 0);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setOut(standardOut);
        server.stop(0);
    }

    @Test
    void theQuickerPathIsNamedWithItsDistributions() throws Exception {
        Path report = folder.resolve("report.md");
        int code = run(
                "compare",
                url + "/slow",
                url + "/quick",
                "--rounds",
                "40",
                "--warm-up",
                "5",
                "--json",
                "--markdown",
                report.toString());

        JsonNode answer = new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(code).isZero();
        assertThat(answer.at("/answer/verdict").asText()).isEqualTo("B_FASTER");
        assertThat(answer.path("conclusion").asText()).startsWith("B is faster: p50 of B -");
        assertThat(answer.path("callsOfEither").asInt()).isEqualTo(400);
        assertThat(answer.at("/quantilesOfA/p50").asDouble())
                .isGreaterThan(answer.at("/quantilesOfB/p50").asDouble());
        assertThat(answer.path("histogram")).hasSize(16);
        assertThat(Files.readString(report)).contains("| p95 |").contains("# B is faster");
    }

    @Test
    void twoCallsTellNothing() {
        assertThat(run("compare", url + "/quick", url + "/quick", "--rounds", "2", "--block", "1", "--warm-up", "0"))
                .isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("more rounds are needed");
    }

    @Test
    void aFailureIsNotTimed() {
        assertThat(run("compare", url + "/quick", url + "/broken")).isEqualTo(2);
        assertThat(run("compare", "true", "exit 1")).isEqualTo(2);
        assertThat(run("compare", "select 1", "select 2", "--jdbc", "jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(2);
        assertThat(run("compare", "true", "true", "--rounds", "0")).isEqualTo(2);
    }

    private static int run(String... args) {
        return new CommandLine(new BenchCommand()).execute(args);
    }

    private void answer(String path, int status, int work) {
        server.createContext(path, exchange -> {
            long sum = IntStream.range(0, work).mapToLong(i -> (long) i * i % 7).sum();
            byte[] body = String.valueOf(sum).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
