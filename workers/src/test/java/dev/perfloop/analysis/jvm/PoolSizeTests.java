package dev.perfloop.analysis.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.Metrics;
import org.junit.jupiter.api.Test;

class PoolSizeTests {
    private static final int CPUS = 4;

    @Test
    void aPoolThatRunsDryForSoundStatementsIsToBeEnlargedWhereTheMachineHasRoom() {
        assertThat(advice(inAPoolOf(10, 0.3))).isEqualTo("Enlarge the connection pool to 20");
        assertThat(advice(inAPoolOf(10, 0.9))).isEqualTo("Hold connections for less");
    }

    @Test
    void lessThanTwoConnectionsACpuAreACauseOfTheirOwn() {
        var finding = inAPoolOf(7, 0.3);

        assertThat(finding.kind()).isEqualTo("POOL_TOO_SMALL");
        assertThat(finding.evidence().reason()).contains("Fewer than two connections a CPU");
        assertThat(inAPoolOf(8, 0.3).kind()).isEqualTo("POOL_WAIT");
    }

    @Test
    void onFullCpusASmallPoolIsNoCause() {
        assertThat(inAPoolOf(2, 0.9).kind()).isEqualTo("POOL_WAIT");
    }

    /** 6 threads waiting in the mean of a minute. */
    private static Finding inAPoolOf(int connections, double cpu) {
        var workload = AWorkload.missing("p95", 200)
                .request("loans", 1_000, 400)
                .with(AStatement.running(1, "SELECT * FROM loan WHERE id = $1")
                        .calls(1_000)
                        .meanMs(80))
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 360)
                .sampled(Metrics.POOL_MAX_CONNECTIONS, connections, connections)
                .sampled(Metrics.SYSTEM_CPU_SHARE, cpu, cpu)
                .host(new HostFacts("this machine", CPUS, 0, null, null, true))
                .workload();
        return new PoolWaitDetector().in(workload).findings().getFirst();
    }

    private static String advice(Finding finding) {
        return finding.proposal() instanceof Proposal.CodeAdvice advice ? advice.title() : "";
    }
}
