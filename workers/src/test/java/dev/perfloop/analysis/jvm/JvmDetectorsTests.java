package dev.perfloop.analysis.jvm;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.Allocation;
import dev.perfloop.profiling.JvmFacts.Garbage;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Owner;
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
                .jvm(collected(new Garbage("G1Old", 80, 0.3, 900, 900 * MIB, 1000 * MIB)))
                .workload();
        var fast = AWorkload.missing("p95", 200)
                .jvm(collected(new Garbage("G1New", 800, 0.3, 90, 100 * MIB, 1000 * MIB)))
                .workload();

        assertFinding(new GarbageDetector(), full).advising("-Xmx");
        assertFinding(new GarbageDetector(), fast).advising("Make less garbage");
    }

    @Test
    void rareCollectionsAreNoMatter() {
        var workload = AWorkload.missing("p95", 200)
                .jvm(collected(new Garbage("G1New", 8, 0.01, 20, 100 * MIB, 1000 * MIB)))
                .workload();

        assertNothing(new GarbageDetector(), workload);
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

    private static JvmFacts collected(Garbage garbage) {
        return new JvmFacts(
                60,
                "JVM 21",
                2,
                0.2,
                100,
                20,
                List.of(),
                List.of(),
                List.of(),
                Allocation.NONE,
                garbage,
                0,
                List.of(),
                "",
                "");
    }
}
