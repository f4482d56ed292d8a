package dev.perfloop.analysis.jvm;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import dev.perfloop.profiling.jfr.RecordedService;
import dev.perfloop.profiling.jfr.SlowPeer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fault in a JVM of its own, recorded as a target's would be. */
class RecordedFaultsTests {
    private static final String HANDLERS = "dev.perfloop.profiling.jfr.service.Handlers.";
    private static final List<Detector> ALL = List.of(
            new HotCodeDetector(),
            new AllocationDetector(),
            new GarbageDetector(),
            new MonitorDetector(),
            new DownstreamDetector(),
            new PoolWaitDetector(),
            new ThrowingDetector(),
            new LoggingDetector());

    @Test
    void codeThatUsesTheCpuIsNamedWithTheRequestItServes() {
        var workload = workload("quote", RecordedService.record("quote"), 2_000);

        assertFinding(new HotCodeDetector(), workload)
                .ofKind("CPU_HOT_PATH")
                .about("frame:" + HANDLERS + "isPrime")
                .inRequests("quote")
                .impactBetween(30, 100)
                .showing("Handlers.quote")
                .gaining(5, 100)
                .advising("isPrime");
    }

    @Test
    void aMonitorIsNamedWithWhatIsDoneInsideIt() {
        var workload = workload("ticket", RecordedService.record("ticket"), 2_000);

        assertFinding(new MonitorDetector(), workload)
                .ofKind("MONITOR_CONTENTION")
                .about("frame:" + HANDLERS + "Tickets.next")
                .inRequests("ticket")
                .impactBetween(20, 100)
                .showing("Handlers.Tickets")
                .saying("pause")
                .alone();
    }

    @Test
    void codeThatMakesGarbageIsJudgedAsAllocationAndNotAsHot() {
        var facts = RecordedService.record("feed");
        var workload = workload("feed", facts, 2_000);

        assertFinding(new AllocationDetector(), workload)
                .ofKind("ALLOCATION_PRESSURE")
                .about("frame:" + HANDLERS + "feed")
                .saying("byte[]")
                .impactBetween(30, 100);
        assertThat(new HotCodeDetector().in(workload).findings()).isEmpty();
    }

    @Test
    void aSlowDownstreamServiceIsNamedByItsAddress() throws IOException {
        try (var peer = new SlowPeer()) {
            var facts = RecordedService.record("rate", peer.port());
            var workload = workload("rate", facts, 3_600);

            assertFinding(new DownstreamDetector(), workload)
                    .ofKind("SLOW_DOWNSTREAM_CALL")
                    .about("frame:" + HANDLERS + "rate")
                    .showing(":" + peer.port())
                    .impactBetween(60, 100);
        }
    }

    @Test
    void aPoolRunsDryForWhatItsConnectionsAreHeldFor() {
        var facts = RecordedService.record("reserve");
        var workload = workload("reserve", facts, 3_600);

        assertThat(facts.waitedMs(WaitKind.CONNECTION)).isGreaterThan(3_000);
        assertFinding(new PoolWaitDetector(), workload, "CONNECTION_HELD")
                .about("pool")
                .inRequests("reserve")
                .saying("a pause")
                .impactBetween(50, 100)
                .advising("transaction");
        assertFinding(new PoolWaitDetector(), workload, "POOL_WAIT").advising("Hold connections");
    }

    @Test
    void exceptionsThrownAsAMatterOfCourseAreCounted() {
        var workload = workload("lookup", RecordedService.record("lookup"), 100);

        assertFinding(new ThrowingDetector(), workload)
                .ofKind("EXCEPTIONS_AS_CONTROL_FLOW")
                .about("frame:" + HANDLERS + "known")
                .impactBetween(5, 100);
    }

    @Test
    void whereExceptionsAreMadeIsSeenByWhatIsAllocatedWhereNoThreadWasCaughtAtIt() {
        var facts = RecordedService.record("lookup");
        var uncaught = new JvmFacts(
                facts.seconds(),
                facts.version(),
                facts.cores(),
                facts.cpuShare(),
                facts.samples(),
                facts.sampleMs(),
                List.of(),
                facts.waits(),
                facts.inside(),
                facts.allocation(),
                facts.garbage(),
                facts.exceptionsPerSecond(),
                facts.groups(),
                facts.unseen(),
                facts.mend());

        assertFinding(new ThrowingDetector(), workload("lookup", uncaught, 100))
                .ofKind("EXCEPTIONS_AS_CONTROL_FLOW")
                .about("frame:" + HANDLERS + "known");
    }

    @Test
    void aServiceThatMostlyWaitsForRequestsIsSound() {
        var workload = workload("even", RecordedService.record("even"), 2_000);

        assertThat(ALL)
                .allSatisfy(detector -> assertThat(detector.in(workload).findings())
                        .as(detector.getClass().getSimpleName())
                        .isEmpty());
    }

    /** One of two requests misses its objective; six threads served it for a minute, in all. */
    private static Workload workload(String request, JvmFacts facts, long times) {
        return AWorkload.healthy()
                .missed(request, "p95", 200, 400)
                .request(request, times, 240_000.0 / times)
                .request("list", 10, 1)
                .jvm(facts)
                .workload();
    }
}
