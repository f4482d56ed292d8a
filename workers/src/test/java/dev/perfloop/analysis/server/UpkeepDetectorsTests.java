package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.ServerFacts.OpenTransaction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dead rows, what keeps vacuum from them, and the empty pages they leave. */
class UpkeepDetectorsTests {
    private static final OpenTransaction OLD =
            new OpenTransaction("nightly", "idle in transaction", "SELECT count(*) FROM job", 300, 60, 150_000L);

    private final VacuumHeldBackDetector heldBack = new VacuumHeldBackDetector();
    private final AutovacuumDetector autovacuum = new AutovacuumDetector();
    private final TableBloatDetector bloat = new TableBloatDetector();
    private final IndexBloatDetector indexBloat = new IndexBloatDetector();

    @Test
    void theSessionThatHoldsVacuumBackIsNamed() {
        assertFinding(heldBack, reading(deadRows()).server(facts(OLD)).workload())
                .ofKind("VACUUM_HELD_BACK")
                .about("table:public.job")
                .about("session:nightly")
                .impactBetween(60, 100)
                .withConfidence(Confidence.HIGH)
                .saying("idle in transaction")
                .chainOf(LinkKind.REQUEST, LinkKind.STATEMENT, LinkKind.PLAN_NODE, LinkKind.TABLE, LinkKind.SESSION)
                .advising("pg_terminate_backend");
        assertNoFinding(autovacuum, reading(deadRows()).server(facts(OLD)).workload(), "\"nightly\" holds it back");
    }

    @Test
    void aReplicationSlotHoldsBackWithoutASession() {
        var slot = new OpenTransaction("replication slot old", "slot that nobody uses", "", 0, 6, 9_000_000L);

        assertFinding(heldBack, reading(deadRows()).server(facts(slot)).workload())
                .saying("replication slot old")
                .advising("pg_drop_replication_slot");
    }

    @Test
    void anOldTransactionThatCostsNobodyAnythingIsNoFinding() {
        assertNoFinding(
                heldBack,
                reading(ATable.named("public", "job")).server(facts(OLD)).workload(),
                "no table has dead rows worth mentioning");
        assertNoFinding(
                heldBack,
                reading(deadRows())
                        .server(facts(new OpenTransaction("x", "active", "SELECT 1", 2, 1, 7L)))
                        .workload(),
                "open for 2 s only");
        assertNothing(heldBack, reading(deadRows()).workload());
    }

    @Test
    void deadRowsThatNothingHoldsBackAreAutovacuumsFault() {
        assertFinding(autovacuum, reading(deadRows()).workload())
                .ofKind("AUTOVACUUM_BEHIND")
                .saying("75 % of its row versions")
                .impactBetween(50, 100)
                .advising("autovacuum_vacuum_scale_factor");
        assertFinding(
                        autovacuum,
                        reading(deadRows()).setting("autovacuum", "off").workload())
                .proposing(new Proposal.SetParameter("autovacuum", "on", "off", false));
    }

    @Test
    void deadRowsThatNobodyReadsPastAreLeftAlone() {
        assertNoFinding(
                autovacuum,
                reading(ATable.named("public", "job"))
                        .with(ATable.named("public", "log").deadRows(500_000))
                        .workload(),
                "no heavy statement");
    }

    @Test
    void emptyPagesThatAScanReadsAreBloat() {
        assertFinding(
                        bloat,
                        reading(ATable.named("public", "job").rows(200, 15_000).pagesThatWouldDo(10))
                                .workload())
                .ofKind("TABLE_BLOAT")
                .about("table:public.job")
                .impactBetween(80, 100)
                .withConfidence(Confidence.HIGH)
                .gaining(10, 100)
                .advising("VACUUM FULL");
    }

    @Test
    void updatesThatFindNoRoomOnTheirPageGetAFillFactor() {
        assertFinding(
                        bloat,
                        reading(ATable.named("public", "job")
                                        .rows(200, 15_000)
                                        .pagesThatWouldDo(10)
                                        .written(0, 1000, 0)
                                        .hotUpdated(20))
                                .workload())
                .advising("fillfactor");
    }

    @Test
    void bloatWithoutAReaderOrOfAFewPagesIsNone() {
        assertNoFinding(
                bloat,
                reading(ATable.named("public", "job"))
                        .with(ATable.named("public", "log").rows(200, 15_000).pagesThatWouldDo(10))
                        .workload(),
                "no heavy statement reads the whole of it");
        assertNothing(
                bloat,
                reading(ATable.named("public", "job").rows(200, 100).pagesThatWouldDo(2))
                        .workload());
        assertNothing(
                bloat,
                reading(ATable.named("public", "job").rows(1e6, 15_000).pagesThatWouldDo(12_000))
                        .workload());
    }

    @Test
    void deadRowsThatTheLastVacuumMustHaveClearedAreEmptyPages() {
        var table = deadRows().rows(200, 15_000).pagesThatWouldDo(10).vacuumed(Instant.EPOCH.minusSeconds(20));

        assertFinding(bloat, reading(table).workload()).ofKind("TABLE_BLOAT");
        assertNothing(autovacuum, reading(table).workload());
        var young = new OpenTransaction("shop", "idle in transaction", "SELECT 1", 0.2, 9, 3L);
        assertFinding(bloat, reading(table).server(facts(young)).workload()).ofKind("TABLE_BLOAT");
    }

    @Test
    void rowsNotYetVacuumedAreNotCalledBloat() {
        assertNoFinding(
                bloat,
                reading(deadRows().rows(100_000, 15_000).pagesThatWouldDo(1000)).workload(),
                "not vacuumed yet");
    }

    @Test
    void anIndexFarLargerThanItsKeysIsBloatedWhereItsRangesAreRead() {
        var index = new IndexFacts(
                "public",
                "job",
                "job_due",
                "btree",
                false,
                false,
                true,
                List.of(new IndexFacts.Key("due", true, false, false)),
                List.of(),
                null,
                400_000_000L,
                50);
        var table = ATable.named("public", "job")
                .rows(1e6, 20_000)
                .column(new ColumnFacts("due", "timestamptz", true, -1.0, 0.0, 0.0, 8, null));
        String range = Nodes.scanBy("Index Scan", "job", 500, 10_000).replace("{", "{\"Index Name\": \"job_due\", ");

        assertFinding(
                        indexBloat,
                        AWorkload.missing("p95", 200)
                                .with(table)
                                .with(index)
                                .with(AStatement.running(1, "SELECT * FROM job WHERE due < $1")
                                        .meanMs(90)
                                        .blocks(500_000, 0))
                                .plan(1, range)
                                .workload())
                .ofKind("INDEX_BLOAT")
                .advising("REINDEX INDEX CONCURRENTLY");
        assertNoFinding(
                indexBloat,
                AWorkload.missing("p95", 200).with(table).with(index).workload(),
                "no heavy statement reads much of it");
    }

    private static ATable deadRows() {
        return ATable.named("public", "job").rows(50_000, 6000).deadRows(150_000);
    }

    private static AWorkload reading(ATable table) {
        return AWorkload.missing("p95", 200)
                .with(table)
                .with(AStatement.running(1, "SELECT * FROM job WHERE state = $1")
                        .meanMs(90))
                .plan(1, Nodes.scan("job", 5000, 10, "(job.state = $1)"));
    }

    private static ServerFacts facts(OpenTransaction... open) {
        return new ServerFacts(List.of(), List.of(), List.of(open), null, null, List.of(), List.of());
    }
}
