package dev.perfloop.analysis.jvm;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Allocation;
import dev.perfloop.profiling.JvmFacts.Garbage;
import dev.perfloop.profiling.JvmFacts.Group;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Owner;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JvmDetectorsTests {
    private static final double MIB = 1 << 20;

    @Test
    void withoutARecordingNothingIsAnAllClear() {
        var workload = AWorkload.missing("p95", 200)
                .jvm(JvmFacts.unseen("nothing answers JMX at books:9010", "Start the service with -Dx"))
                .workload();

        Stream.of(
                        new HotCodeDetector(),
                        new AllocationDetector(),
                        new GarbageDetector(),
                        new MonitorDetector(),
                        new DownstreamDetector(),
                        new PoolWaitDetector(),
                        new ThreadPoolDetector(),
                        new ThrowingDetector(),
                        new LoggingDetector())
                .forEach(detector -> assertNoFinding(detector, workload, "Start the service with -Dx"));
    }

    @Test
    void aMethodThatIsHotInAnIdleServiceIsNotWorthAWord() {
        var workload = AWorkload.missing("p95", 1)
                .request("name", 6_000, 0.8)
                .jvm(hot(
                        0.05,
                        new HotCode("a.Names.find", "a.Names.find", "", Owner.APPLICATION, "a.Names.find", 90, 0, 0)))
                .workload();

        assertNoFinding(new HotCodeDetector(), workload, "ms a request");
    }

    @Test
    void cpuOfStatementsIsJudgedWithTheStatements() {
        var workload = AWorkload.missing("p95", 200)
                .request("name", 1_000, 50)
                .jvm(hot(
                        0.9,
                        new HotCode(
                                "a.Names.find",
                                "a.Names.find",
                                "org.postgresql.jdbc",
                                Owner.DRIVER,
                                "x.Y.z",
                                900,
                                0,
                                0)))
                .workload();

        assertNothing(new HotCodeDetector(), workload);
    }

    @Test
    void aLibraryThatOwnCodeAskedIsNamedWithTheCode() {
        var workload = AWorkload.missing("p95", 200)
                .request("export", 100, 300)
                .jvm(hot(
                        0.9,
                        new HotCode(
                                "a.Exports.write",
                                "a.Exports.export",
                                "com.fasterxml.jackson",
                                Owner.LIBRARY,
                                "com.fasterxml.jackson.core.json.UTF8JsonGenerator.writeString",
                                900,
                                0,
                                0)))
                .workload();

        assertFinding(new HotCodeDetector(), workload)
                .about("frame:a.Exports.write")
                .inRequests("export")
                .saying("UTF8JsonGenerator.writeString")
                .withConfidence(Confidence.HIGH);
    }

    @Test
    void aLibraryThatNoOwnCodeIsSeenToAskIsNamedItselfUnlessItOnlyCarriesRequests() {
        var busy = AWorkload.missing("p95", 200).request("export", 100, 300);

        assertFinding(
                        new HotCodeDetector(),
                        busy.jvm(hot(
                                        0.9,
                                        new HotCode(
                                                "",
                                                "",
                                                "org.springframework.security",
                                                Owner.LIBRARY,
                                                "x.BCrypt.key",
                                                900,
                                                0,
                                                0)))
                                .workload())
                .saying("org.springframework.security takes 90 %");
        assertNothing(
                new HotCodeDetector(),
                busy.jvm(hot(0.9, new HotCode("", "", "org.apache.tomcat", Owner.LIBRARY, "x.Y.z", 900, 0, 0)))
                        .workload());
    }

    @Test
    void loggingAndThrowingAreJudgedAsSuch() {
        var workload = AWorkload.missing("p95", 200)
                .request("export", 100, 300)
                .jvm(hot(
                        0.9,
                        new HotCode("a.Logs.all", "a.Logs.all", "ch.qos.logback", Owner.LIBRARY, "x.Y.z", 500, 0, 480)))
                .workload();

        assertNoFinding(new HotCodeDetector(), workload, "logging");
        assertFinding(new LoggingDetector(), workload)
                .ofKind("EXCESSIVE_LOGGING")
                .saying("Logs.all");
    }

    @Test
    void aHeapWithoutRoomIsToldFromOneThatIsFilledTooFast() {
        var full = AWorkload.missing("p95", 200)
                .jvm(facts(List.of(), List.of(), new Garbage("G1Old", 80, 0.3, 900, 900 * MIB, 1000 * MIB), List.of()))
                .workload();
        var fast = AWorkload.missing("p95", 200)
                .jvm(facts(List.of(), List.of(), new Garbage("G1New", 800, 0.3, 90, 100 * MIB, 1000 * MIB), List.of()))
                .workload();

        assertFinding(new GarbageDetector(), full).advising("-Xmx");
        assertFinding(new GarbageDetector(), fast).advising("Make less garbage");
    }

    @Test
    void rareCollectionsAreNoMatter() {
        var workload = AWorkload.missing("p95", 200)
                .jvm(facts(List.of(), List.of(), new Garbage("G1New", 8, 0.01, 20, 100 * MIB, 1000 * MIB), List.of()))
                .workload();

        assertNothing(new GarbageDetector(), workload);
    }

    @Test
    void aPoolThatRunsDryForItsStatementsIsASymptomThatNamesThem() {
        var workload = AWorkload.missing("p95", 200)
                .request("loans", 1_000, 400)
                .with(AStatement.running(1, "SELECT * FROM loan WHERE member_id = $1")
                        .calls(1_000)
                        .meanMs(80))
                .sampled(Metrics.POOL_WAIT_SECONDS_TOTAL, 0, 300)
                .jvm(facts(
                        List.of(),
                        List.of(new Wait(
                                WaitKind.CONNECTION,
                                "com.zaxxer.hikari",
                                "a.Loans.all",
                                "a.Loans.all",
                                false,
                                900,
                                300_000,
                                400)),
                        Garbage.NONE,
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
                                .jvm(facts(
                                        List.of(),
                                        List.of(),
                                        Garbage.NONE,
                                        List.of(new Group("http-nio-8080-exec", 20, 20, 1, 6))))
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
                .jvm(facts(List.of(), List.of(queue, call), Garbage.NONE, List.of()))
                .workload();

        assertFinding(new PoolWaitDetector(), workload, "CONNECTION_HELD")
                .saying("rates:80")
                .about("frame:a.Loans.rate");
        assertNoFinding(new DownstreamDetector(), workload, "connections held meanwhile");
    }

    @Test
    void takenThreadsAreASymptomThatSaysWhatTheyWaitFor() {
        var workload = AWorkload.missing("p95", 200)
                .jvm(facts(
                        List.of(),
                        List.of(new Wait(
                                WaitKind.MONITOR,
                                "a.Tickets",
                                "a.Tickets.next",
                                "a.Desk.ticket",
                                false,
                                90,
                                60_000,
                                90)),
                        Garbage.NONE,
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
                .jvm(facts(List.of(), waits, Garbage.NONE, List.of(new Group("http-nio-8080-exec", 20, 20, 1, 6))))
                .workload();
        var flowing = AWorkload.missing("p95", 200)
                .request("ticket", 1_000, 1_200)
                .jvm(facts(List.of(), waits, Garbage.NONE, List.of()))
                .workload();

        assertFinding(new MonitorDetector(), queued).impactBetween(99, 100);
        assertFinding(new MonitorDetector(), flowing).impactBetween(10, 20);
    }

    @Test
    void methodsAreMatchedToRequestsByTheirWords() {
        var workload = AWorkload.missing("p95", 200)
                .request("price", 10, 1)
                .request("order-history", 10, 1)
                .workload();

        assertThat(Entry.of(workload, "a.b.WaitingFaults.priceIn").requests()).containsExactly("price");
        assertThat(Entry.of(workload, "a.b.OrderController.history").requests()).containsExactly("order-history");
        assertThat(Entry.of(workload, "a.b.Basket.show").requests()).isEmpty();
    }

    private static JvmFacts hot(double cpuShare, HotCode code) {
        return new JvmFacts(
                60,
                "JVM 21",
                2,
                cpuShare,
                10 * code.samples() / 9,
                20,
                List.of(code),
                List.of(),
                List.of(),
                Allocation.NONE,
                Garbage.NONE,
                0,
                List.of(),
                "",
                "");
    }

    private static JvmFacts facts(List<HotCode> hot, List<Wait> waits, Garbage garbage, List<Group> groups) {
        return new JvmFacts(
                60, "JVM 21", 2, 0.2, 100, 20, hot, waits, List.of(), Allocation.NONE, garbage, 0, groups, "", "");
    }
}
