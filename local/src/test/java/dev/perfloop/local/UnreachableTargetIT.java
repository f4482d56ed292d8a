package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target whose service is down: people are told what to do, retry what is stuck, and nothing is judged. */
class UnreachableTargetIT {
    private static final String TARGET = "tickets";

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

    @Test
    void aTargetThatIsDownEndsInAnIncidentThatCanBeRetriedAndNeverInAVerdict() throws Exception {
        int port = freePort();
        LoopApi api = stack.api();
        api.apply(TARGET, TicketService.describe(TARGET, port));

        LoopApi.Answer first = api.start(TARGET);
        LoopApi.Answer second = api.start(TARGET);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        String run = first.body().at("/run/id").asText();
        assertThat(second.body().at("/run/id").asText()).isEqualTo(run);

        assertStandsAt(run, "Task_CheckObservability", "The service does not answer at http://127.0.0.1:" + port);
        assertThat(api.start(TARGET).body().at("/run/id").asText()).isEqualTo(run);
        try (TicketService service = TicketService.start(port)) {
            assertThat(api.retry(run).status()).isEqualTo(202);
            api.awaitLoad(run, "PROFILE");
            service.close();
            assertStandsAt(
                    run, "Task_RunBaseline", "The target does not accept connections at http://127.0.0.1:" + port);
            assertThat(api.ofRun(run, "loads").findValuesAsText("status")).doesNotContain("VALID", "RUNNING");
            assertThat(stack.loadGenerators()).isEmpty();
        }
        try (TicketService service = TicketService.start(port)) {
            assertThat(api.retry(run).status())
                    .as("in a called process, once for each injector")
                    .isEqualTo(202);
            api.awaitLoad(run, "PROFILE");
            assertThat(api.run(run).path("incident").isNull()).isTrue();
            assertThat(api.retry(run).status()).as("it is not stuck any more").isEqualTo(409);
            cancel(run);
            assertThat(service.port()).isEqualTo(port);
        }
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
