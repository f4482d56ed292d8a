package dev.perfloop.analysis.jvm;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Allocation;
import dev.perfloop.profiling.JvmFacts.Garbage;
import dev.perfloop.profiling.JvmFacts.Group;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What threads wait for: connections, other services, monitors, and a thread to begin with. */
class WaitDetectorsTests {
    @Test
    void aPoolThatRunsDryForItsStatementsIsASymptomThatNamesThem() {
        var workload = AWorkload.missing("p95", 200)
                .request("loans", 1_000, 400)
                .with(AStatement.running(1, "SELECT * FROM loan WHERE member_id = $1")
                        .calls(1_000)
                        .meanMs(80))
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 300)
                .jvm(waiting(
                        List.of(new Wait(
                                WaitKind.CONNECTION,
                                "com.zaxxer.hikari",
                                "a.Loans.all",
                                "a.Loans.all",
                                false,
                                900,
                                300_000,
                                400)),
                        List.of()))
                .workload();

        assertFinding(new PoolWaitDetector(), workload)
                .ofKind("POOL_WAIT")
                .saying("SELECT * FROM loan")
                .alone();
    }

    /** They queue in front of the service, so that waiting for a connection is little of the time that users wait. */
    @Test
    void aPoolThatTakesAllThreadsIsSeenBehindTheQueueForThem() {
        var overloaded = AWorkload.missing("p95", 200)
                .request("loans", 1_000, 10_000)
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 300);

        assertFinding(
                        new PoolWaitDetector(),
                        overloaded
                                .jvm(waiting(List.of(), List.of(new Group("http-nio-8080-exec", 20, 20, 1, 6))))
                                .workload())
                .ofKind("POOL_WAIT")
                .alone();
    }

    @Test
    void aCallInsideATransactionIsTheCauseOfTheWaitForConnectionsAndIsNotSaidTwice() {
        var call = new Wait(WaitKind.DOWNSTREAM, "rates:80", "a.Loans.rate", "a.Loans.all", true, 900, 60_000, 90);
        var queue = new Wait(
                WaitKind.CONNECTION, "com.zaxxer.hikari", "a.Loans.all", "a.Loans.all", true, 900, 300_000, 400);
        var workload = AWorkload.missing("p95", 200)
                .request("loans", 1_000, 400)
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 300)
                .jvm(waiting(List.of(queue, call), List.of()))
                .workload();

        assertFinding(new PoolWaitDetector(), workload, "CONNECTION_HELD")
                .saying("rates:80")
                .about("frame:a.Loans.rate");
        assertNoFinding(new DownstreamDetector(), workload, "connections held meanwhile");
    }

    @Test
    void takenThreadsAreASymptomThatSaysWhatTheyWaitFor() {
        var workload = AWorkload.missing("p95", 200)
                .jvm(waiting(
                        List.of(new Wait(
                                WaitKind.MONITOR,
                                "a.Tickets",
                                "a.Tickets.next",
                                "a.Desk.ticket",
                                false,
                                90,
                                60_000,
                                90)),
                        List.of(new Group("http-nio-8080-exec", 200, 199, 1, 6))))
                .workload();

        assertFinding(new ThreadPoolDetector(), workload)
                .ofKind("THREAD_POOL_EXHAUSTED")
                .saying("Tickets.next");
    }

    @Test
    void requestsThatQueueForAThreadCountForWhatTheThreadsWaitFor() {
        var waits = List.of(
                new Wait(WaitKind.MONITOR, "a.Tickets", "a.Tickets.next", "a.Desk.ticket", false, 90, 60_000, 90));
        var queued = AWorkload.missing("p95", 200)
                .request("ticket", 1_000, 1_200)
                .jvm(waiting(waits, List.of(new Group("http-nio-8080-exec", 20, 20, 1, 6))))
                .workload();
        var flowing = AWorkload.missing("p95", 200)
                .request("ticket", 1_000, 1_200)
                .jvm(waiting(waits, List.of()))
                .workload();

        assertFinding(new MonitorDetector(), queued).impactBetween(99, 100);
        assertFinding(new MonitorDetector(), flowing).impactBetween(10, 20);
    }

    private static JvmFacts waiting(List<Wait> waits, List<Group> groups) {
        return new JvmFacts(
                60,
                "JVM 21",
                2,
                0.2,
                100,
                20,
                List.of(),
                waits,
                List.of(),
                Allocation.NONE,
                Garbage.NONE,
                0,
                groups,
                "",
                "");
    }
}
