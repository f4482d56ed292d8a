package dev.perfloop.analysis.infrastructure;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.HostFacts.Processes;
import dev.perfloop.profiling.Metrics;
import org.junit.jupiter.api.Test;

class InfrastructureDetectorsTests {
    private static final CpuDetector CPU = new CpuDetector();
    private static final ThrottlingDetector THROTTLING = new ThrottlingDetector();
    private static final MemoryDetector MEMORY = new MemoryDetector();
    private static final DiskDetector DISK = new DiskDetector();
    private static final NetworkDetector NETWORK = new NetworkDetector();

    @Test
    void aFullCpuIsAShortageWithItsUsersAndTheSizeThatWouldDo() {
        assertFinding(
                        CPU,
                        missed().sampled(Metrics.HOST_CPU_SHARE, 0.97, 0.95)
                                .sampled(Metrics.SERVICE_CPU_CORES, 1.1, 1.1)
                                .sampled(Metrics.DATABASE_CPU_CORES, 0.7, 0.7)
                                .host(machine(null))
                                .workload())
                .ofKind("HOST_CPU_SATURATED")
                .withConfidence(Confidence.LOW)
                .saying("the service uses 1.1, the database 0.7")
                .advising("**3 CPUs**");
    }

    @Test
    void aCpuWithRoomIsNothing() {
        assertNothing(CPU, missed().sampled(Metrics.HOST_CPU_SHARE, 0.6, 0.7).workload());
    }

    @Test
    void whatNobodyTellsOfIsSaidToBeUnseen() {
        assertNoFinding(CPU, missed().workload(), "system_cpu_usage");
        assertNoFinding(MEMORY, missed().workload(), "no source");
        assertNoFinding(DISK, missed().workload(), "no source");
        assertNoFinding(NETWORK, missed().workload(), "no source");
    }

    @Test
    void aContainerThatIsHeldBackGetsAHigherLimit() {
        assertFinding(
                        THROTTLING,
                        missed().host(machine(new Processes(0.9, 1, 1.0, null, 0.4)))
                                .workload())
                .ofKind("CPU_THROTTLED")
                .advising("**2**");
    }

    @Test
    void aLimitThatIsSeldomReachedIsNothing() {
        assertNothing(
                THROTTLING,
                missed().host(machine(new Processes(0.3, 1, 1.0, null, 0.01))).workload());
    }

    @Test
    void swappingIsAShortageOfMemory() {
        assertFinding(
                        MEMORY,
                        missed().host(machine(null))
                                .sampled(Metrics.HOST_MEMORY_AVAILABLE_BYTES, 1e9, 1e9)
                                .sampled(Metrics.HOST_SWAPPED_PAGES_PER_SECOND, 400, 500)
                                .workload())
                .ofKind("MEMORY_SHORT");
    }

    @Test
    void aDiskIsShortOnlyWhereStatementsWaitForIt() {
        var busy = missed().sampled(Metrics.DISK_BUSY_SHARE, 0.95, 0.97);

        assertNothing(DISK, busy.workload());
        assertFinding(
                        DISK,
                        busy.with(AStatement.running(1, "SELECT 1")
                                        .calls(1000)
                                        .meanMs(50)
                                        .readingFor(30_000))
                                .workload())
                .ofKind("DISK_BOUND");
    }

    @Test
    void lostPacketsAreAHint() {
        assertFinding(
                        NETWORK,
                        missed().sampled(Metrics.NETWORK_ERRORS_PER_SECOND, 5, 7)
                                .workload())
                .withConfidence(Confidence.LOW);
        assertNothing(
                NETWORK,
                missed().sampled(Metrics.NETWORK_ERRORS_PER_SECOND, 0, 0).workload());
    }

    private static AWorkload missed() {
        return AWorkload.missing("p95", 200).request("list", 1000, 100);
    }

    private static HostFacts machine(@org.jspecify.annotations.Nullable Processes service) {
        return new HostFacts("this machine", 2, 24_000_000_000L, service, null, true);
    }
}
