package dev.perfloop.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesTests {
    private static final Duration LEASE = Duration.ofMillis(60);

    private final Gateway gateway = new Gateway();
    private final Leases leases = new Leases(gateway.client, LEASE);
    private final Step step = new Step(gateway.job("{\"runId\": \"r1\"}"), new Heard());

    @AfterEach
    void close() {
        leases.destroy();
        gateway.close();
    }

    @Test
    void aLeaseIsRenewedAsLongAsTheWorkRuns() {
        try (var lease = leases.keep(step)) {
            await().until(() -> gateway.renewed.size() >= 3);
        }
        assertThat(gateway.renewed).allSatisfy(renewal -> {
            assertThat(renewal.getJobKey()).isEqualTo(7);
            assertThat(renewal.getTimeout()).isEqualTo(LEASE.toMillis());
        });
        assertThat(step.leaseLost()).isFalse();
    }

    @Test
    void aJobThatIsGoneTellsTheWorkToStop() {
        gateway.refuse(Status.NOT_FOUND);

        try (var lease = leases.keep(step)) {
            await().until(step::leaseLost);
        }
    }

    @Test
    void anEngineThatIsAwayIsNoReasonToStop() {
        gateway.refuse(Status.UNAVAILABLE, Status.DEADLINE_EXCEEDED);

        try (var lease = leases.keep(step)) {
            await().until(() -> gateway.renewed.size() >= 4);
        }
        assertThat(step.leaseLost()).isFalse();
    }
}
