package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.ObservabilityOffers;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.ServerFacts.Checkpoints;
import dev.perfloop.profiling.ServerFacts.DatabaseWork;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Memory, checkpoints, connections and the rest of what the server is set to. */
class ResourceDetectorsTests {
    private final WorkMemDetector workMem = new WorkMemDetector();
    private final CacheDetector cache = new CacheDetector();
    private final CheckpointDetector checkpoint = new CheckpointDetector();

    @Test
    void aSortThatSpillsAsksForMemoryItsSizeCallsFor() {
        assertFinding(workMem, spilling(2000).setting("work_mem", "64").workload())
                .ofKind("SMALL_WORK_MEM")
                .about("setting:work_mem")
                .saying("may be small or none")
                .gaining(0, 100)
                .chainOf(LinkKind.REQUEST, LinkKind.STATEMENT, LinkKind.PLAN_NODE, LinkKind.SETTING)
                .proposing(new Proposal.SetParameter("work_mem", "64MB", "64kB", false));
    }

    @Test
    void memoryIsBoundByWhatAllSessionsMayTakeAtOnce() {
        assertFinding(
                        workMem,
                        spilling(20_000)
                                .setting("work_mem", "4096")
                                .setting("effective_cache_size", "65536")
                                .sampled(Metrics.ACTIVE_SESSIONS, 8, 8)
                                .workload())
                .saying("can be given to every session")
                .proposing(new Proposal.SetParameter("work_mem", "8MB", "4MB", false));
    }

    @Test
    void aSpillThatCostsNothingIsTurnedDown() {
        assertNoFinding(workMem, spilling(1).setting("work_mem", "64").workload(), "does not matter");
        assertNothing(workMem, AWorkload.missing("p95", 200).workload());
    }

    @Test
    void aCacheIsTooSmallOnlyWhereReadingTakesTime() {
        assertFinding(cache, missing(40_000).workload())
                .ofKind("SMALL_SHARED_BUFFERS")
                .impactBetween(50, 100)
                .proposing(new Proposal.SetParameter("shared_buffers", "512MB", "128MB", true));
        assertNoFinding(cache, missing(1000).workload(), "the operating system has them");
        assertNoFinding(
                cache, missing(0).setting("track_io_timing", "off").workload(), "ALTER SYSTEM SET track_io_timing");
        assertNothing(
                cache,
                AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "x").blocks(1000, 2))
                        .workload());
    }

    @Test
    void checkpointsBeforeTheirTimeAskForMoreWal() {
        assertFinding(
                        checkpoint,
                        writing(new Checkpoints(0, 12, 9000, 100, 5000, 10, 60))
                                .waiting("IO:WALWrite", 40)
                                .waiting("CPU", 60)
                                .workload())
                .ofKind("CHECKPOINT_PRESSURE")
                .withConfidence(Confidence.HIGH)
                .impactBetween(80, 100)
                .proposing(new Proposal.SetParameter("max_wal_size", "1GB", "32MB", false));
    }

    @Test
    void checkpointsThatNobodyWaitsForExplainLittle() {
        assertFinding(
                        checkpoint,
                        writing(new Checkpoints(0, 12, 9000, 100, 5000, 10, 60))
                                .waiting("CPU", 60)
                                .workload())
                .impactBetween(0, 5)
                .withConfidence(Confidence.LOW);
        assertNoFinding(
                checkpoint, writing(new Checkpoints(1, 1, 900, 10, 50, 0, 60)).workload(), "not many");
        assertNothing(
                checkpoint, writing(new Checkpoints(1, 0, 900, 10, 50, 0, 60)).workload());
        assertNothing(checkpoint, AWorkload.missing("p95", 200).workload());
    }

    @Test
    void compilingShortStatementsIsSwitchedOff() {
        var detector = new JitDetector();

        assertFinding(
                        detector,
                        AWorkload.missing("p95", 200)
                                .with(AStatement.running(1, "SELECT 1")
                                        .meanMs(90)
                                        .jitting(60_000))
                                .workload())
                .ofKind("JIT_COST")
                .impactBetween(90, 100)
                .proposing(new Proposal.SetParameter("jit", "off", "on", false));
        assertNothing(
                detector,
                AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "SELECT 1").meanMs(90).jitting(60))
                        .workload());
    }

    @Test
    void planningLongerThanRunningIsNamed() {
        var detector = new PlanningTimeDetector();

        assertFinding(
                        detector,
                        AWorkload.missing("p95", 200)
                                .with(AStatement.running(1, "SELECT 1")
                                        .meanMs(20)
                                        .planning(60_000))
                                .workload())
                .ofKind("PLANNING_TIME")
                .impactBetween(90, 100);
        assertNothing(
                detector,
                AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "SELECT 1").meanMs(20).planning(4000))
                        .workload());
    }

    @Test
    void deadlocksExplainFailedRequests() {
        var detector = new DeadlockDetector();

        assertFinding(
                        detector,
                        AWorkload.healthy()
                                .missed("", "errors", 0.001, 0.02)
                                .server(facts(new DatabaseWork(900, 20, 1, 1, 0, 0, 0, 0, 20), null))
                                .workload())
                .ofKind("DEADLOCKS")
                .impactBetween(99, 100)
                .advising("same order");
        assertNothing(detector, AWorkload.missing("p95", 200).workload());
    }

    @Test
    void sessionsIdleInTransactionAreAHint() {
        var detector = new OpenTransactionDetector();
        var idle = new OpenTransaction("shop", "idle in transaction", "SELECT price FROM product", 0.4, 80, null);
        var facts = new ServerFacts(List.of(), List.of(), List.of(idle), null, null, List.of(), List.of());

        assertFinding(
                        detector,
                        AWorkload.missing("p95", 200)
                                .sampled(Metrics.IDLE_IN_TRANSACTION_SESSIONS, 3, 3)
                                .server(facts)
                                .workload())
                .ofKind("LONG_TRANSACTION")
                .withConfidence(Confidence.LOW)
                .saying("SELECT price FROM product");
        assertNoFinding(detector, AWorkload.missing("p95", 200).server(facts).workload(), "so few");
    }

    @Test
    void aServerWithoutAConnectionLeftIsSaid() {
        var detector = new ConnectionsDetector();

        assertFinding(
                        detector,
                        AWorkload.missing("p95", 200)
                                .setting("max_connections", "20")
                                .sampled(Metrics.ACTIVE_SESSIONS, 19, 19)
                                .workload())
                .ofKind("MAX_CONNECTIONS");
        assertNothing(
                detector,
                AWorkload.missing("p95", 200).setting("max_connections", "100").workload());
    }

    @Test
    void whatTheServerDoesNotTellIsOfferedWithoutAClaim() {
        var detector = new ObservabilityDetector();

        assertFinding(detector, offering(true))
                .ofKind("OBSERVABILITY")
                .impactBetween(0, 0)
                .proposing(new Proposal.SetParameter("track_io_timing", "on", "off", false));
        assertFinding(detector, offering(false)).advising("ALTER SYSTEM");
        assertNothing(detector, AWorkload.missing("p95", 200).workload());
    }

    private static Workload offering(boolean mayWe) {
        return AWorkload.missing("p95", 200)
                .offers(new ObservabilityOffers(List.of(new ObservabilityOffers.Offer(
                        "track_io_timing",
                        "on",
                        "off",
                        "time spent reading",
                        "ALTER SYSTEM SET track_io_timing = on",
                        mayWe))))
                .workload();
    }

    private static AWorkload spilling(long blocksPerCall) {
        return AWorkload.missing("p95", 200)
                .with(AStatement.running(1, "SELECT * FROM line ORDER BY price")
                        .meanMs(90)
                        .spilling(1000 * blocksPerCall, 1000 * blocksPerCall))
                .plan(1, Nodes.node("Sort", 9000, 50_000, Nodes.scan("line", 1000, 50_000)));
    }

    private static AWorkload missing(double readMs) {
        return AWorkload.missing("p95", 200)
                .setting("shared_buffers", "16384")
                .setting("effective_cache_size", "524288")
                .setting("track_io_timing", "on")
                .with(AStatement.running(1, "SELECT * FROM line WHERE id = $1")
                        .meanMs(80)
                        .blocks(100_000, 50_000)
                        .readingFor(readMs));
    }

    private static AWorkload writing(Checkpoints checkpoints) {
        return AWorkload.missing("p95", 200)
                .setting("max_wal_size", "32")
                .setting("checkpoint_timeout", "300")
                .with(AStatement.running(1, "INSERT INTO note VALUES ($1)")
                        .meanMs(80)
                        .walBytes(400_000_000))
                .server(facts(null, checkpoints));
    }

    private static ServerFacts facts(@Nullable DatabaseWork work, @Nullable Checkpoints checkpoints) {
        return new ServerFacts(List.of(), List.of(), List.of(), work, checkpoints, List.of(), List.of());
    }
}
