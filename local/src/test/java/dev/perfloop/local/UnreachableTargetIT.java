package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target whose service is down: people are told what to do, and nothing is judged. */
class UnreachableTargetIT {
    private LoopStack stack;

    @BeforeEach
    void start() throws Exception {
        stack = LoopStack.fresh("unreachable");
        TicketService.fill();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (stack != null) {
            stack.close();
        }
    }

    /** Both at once, since the pauses between the attempts take their time. */
    @Test
    void aTargetThatIsDownOrDiesEndsInAnIncidentAndNeverInAVerdict() throws Exception {
        int port = freePort();
        String down = startTwice("down", port);
        String dies = startAndEndItsTarget("dies");

        assertStandsAt(down, "Task_CheckObservability", "The service does not answer at http://127.0.0.1:" + port);
        assertStandsAt(dies, "Task_RunBaseline", "The target does not accept connections at http://127.0.0.1:");
        assertThat(stack.api().ofRun(dies, "loads").findValuesAsText("status")).doesNotContain("VALID", "RUNNING");
        assertThat(stack.loadGenerators()).isEmpty();
        cancel(dies);

        try (TicketService late = TicketService.start(port)) {
            assertThat(late.port()).isEqualTo(port);
            assertThat(start("down")).isEqualTo(down);
            cancel(down);
            String next = start("down");
            assertThat(next).isNotEqualTo(down);
            stack.api().awaitLoad(next, "PROFILE");
            cancel(next);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> stack.loadGenerators().isEmpty());
        }
    }

    /** The id of the one run there is. */
    private String startTwice(String target, int port) {
        LoopApi api = stack.api();
        api.apply(target, TicketService.describe(target, port));
        LoopApi.Answer first = api.start(target);
        LoopApi.Answer second = api.start(target);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().at("/run/id")).isEqualTo(first.body().at("/run/id"));
        return first.body().at("/run/id").asText();
    }

    private String startAndEndItsTarget(String target) throws IOException {
        try (TicketService service = TicketService.start(0)) {
            stack.api().apply(target, TicketService.describe(target, service.port()));
            String run = start(target);
            stack.api().awaitLoad(run, "PROFILE");
            return run;
        }
    }

    private String start(String target) {
        return stack.api().start(target).body().at("/run/id").asText();
    }

    private void assertStandsAt(String run, String element, String what) {
        JsonNode standing = stack.api().awaitRun(run, now -> now.hasNonNull("incident"));
        assertThat(standing.at("/incident/elementId").asText()).isEqualTo(element);
        assertThat(standing.at("/incident/message").asText()).startsWith(what).contains("Start it", "retry");
        assertThat(standing.path("outcome").isNull()).isTrue();
        assertThat(stack.api().ofRun(run, "steps"))
                .filteredOn(step -> step.path("elementId").asText().equals(element))
                .extracting(step -> step.path("attempt").asInt())
                .containsExactly(3);
    }

    private void cancel(String run) {
        LoopApi api = stack.api();
        assertThat(api.cancel(run).status()).isEqualTo(202);
        JsonNode ended = api.awaitEnd(run);
        assertThat(ended.path("outcome").asText()).isEqualTo("CANCELLED");
        assertThat(api.ofRun(run, "verdicts").path("verdicts")).isEmpty();
        assertThat(api.ofRun(run, "verdicts").path("comparisons")).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
