package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServerAddressTests {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();

    @BeforeEach
    void answer() {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTokenIsSentInsteadOfAUser() {
        ask(Map.of("PERFLOOP_TOKEN", "pfl_env", "PERFLOOP_USER", "ana:geheim"));
        ask(Map.of("PERFLOOP_TOKEN", "pfl_env"), "--token", "pfl_option");

        assertThat(asked).containsExactly("Bearer pfl_env", "Bearer pfl_option");
    }

    @Test
    void whatIsWrittenOnTheCommandLineWins() {
        ask(Map.of("PERFLOOP_TOKEN", "pfl_env"), "--user", "ana:geheim");

        assertThat(asked).containsExactly(basic("ana:geheim"));
    }

    @Test
    void withoutAnythingItIsTheLocalApprover() {
        ask(Map.of());
        ask(Map.of("PERFLOOP_USER", "ben:pass:word", "PERFLOOP_TOKEN", ""));

        assertThat(asked).containsExactly(basic("approver:approver"), basic("ben:pass:word"));
    }

    @Test
    void aUserWithoutAPasswordIsRefusedWithoutRepeatingIt() {
        assertThatExceptionOfType(CliFailure.class)
                .isThrownBy(() -> ask(Map.of(), "--user", "geheim"))
                .withMessageNotContaining("geheim");
    }

    @Test
    void aTokensLineTellsRolesEndAndUse() throws JsonProcessingException {
        String line = TokenCommand.line(new JsonMapper().readTree("""
                {"id": "t1", "name": "build", "owner": "ana", "roles": ["VIEWER", "OPERATOR"],
                 "expiresAt": "2027-01-01T00:00:00Z", "lastUsedAt": null, "revokedAt": null}"""));

        assertThat(line).contains("build", "viewer,operator", "until 2027-01-01T00:00:00Z", "last used never", "t1");
    }

    private void ask(Map<String, String> environment, String... options) {
        var address = CommandLine.populateCommand(
                new ServerAddress(),
                join(
                        options,
                        "--server",
                        "http://127.0.0.1:" + server.getAddress().getPort()));
        address.api(environment).get("/api/runs");
    }

    private static String[] join(String[] options, String... more) {
        return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
