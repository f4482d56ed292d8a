package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkedTests {
    private static final AStatement LOANS = AStatement.running(1, "SELECT * FROM loan WHERE member_id = $1")
            .calls(300)
            .meanMs(150);

    @Test
    void withoutAQueueAllTimeIsWork() {
        var workload = AWorkload.missing("p95", 200)
                .request("loans", 300, 200)
                .with(LOANS)
                .workload();

        assertThat(workload.serviceMs()).isEqualTo(60_000);
        assertThat(workload.serviceMs("loans")).isEqualTo(60_000);
        assertThat(workload.databaseShare()).isEqualTo(0.75);
    }

    @Test
    void waitingForAConnectionIsTakenOff() {
        var workload = AWorkload.missing("p95", 200)
                .request("loans", 300, 200)
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 10)
                .with(LOANS)
                .workload();

        assertThat(workload.serviceMs()).isEqualTo(50_000);
    }

    @Test
    void inAQueueNobodyMeasuresRequestsTakeWhatTheyTakeAlone() {
        var workload = overloaded().workload();

        assertThat(workload.poolWaitMs()).isEqualTo(2_000_000);
        assertThat(workload.serviceMs()).isEqualTo(300 * 160 + 100 * 10);
        assertThat(workload.serviceMs("members")).isEqualTo(1_000);
        assertThat(workload.databaseShare()).isCloseTo(45.0 / 49, within(0.001));
        assertThat(workload.impactOf(workload.statement(1).orElseThrow(), 1))
                .as("the statement that the one connection is held for")
                .isGreaterThan(90);
    }

    @Test
    void requestsThatWereNotSentAloneAreNotGuessed() {
        var workload = overloaded().request("returns", 100, 9_000).workload();

        assertThat(workload.serviceMs()).isEqualTo(300 * 10_000 + 100 * 10_000 + 100 * 9_000 - 2_000_000);
    }

    /** One connection, and requests that are given up after ten seconds. */
    private static AWorkload overloaded() {
        return AWorkload.missing("p95", 200)
                .request("loans", 300, 10_000)
                .request("members", 100, 10_000)
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 2_000)
                .calls(new CallsPerRequest(List.of(alone("loans", 160), alone("members", 10))))
                .with(LOANS);
    }

    private static CallsPerRequest.Request alone(String name, double ms) {
        return new CallsPerRequest.Request(name, 3, true, 1, ms, 100, List.of(), List.of(ms, ms / 2, 20 * ms));
    }
}
