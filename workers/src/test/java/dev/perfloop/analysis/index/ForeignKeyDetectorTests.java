package dev.perfloop.analysis.index;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.ServerFacts;
import dev.perfloop.profiling.ServerFacts.ForeignKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyDetectorTests {
    private static final ForeignKeyDetector DETECTOR = new ForeignKeyDetector();

    @Test
    void aDeleteThatReadsTheTableThatPointsThereIsTracedToTheForeignKey() {
        assertFinding(
                        DETECTOR,
                        deleting("DELETE FROM \"Member\" WHERE \"Id\" = $1", 9_010, 500_000)
                                .workload())
                .ofKind("UNINDEXED_FOREIGN_KEY")
                .about("table:lib.Loan")
                .proposing(new Proposal.CreateIndex(
                        "lib", "Loan", List.of(new Proposal.Column("MemberId", null)), null, List.of()));
        assertFinding(
                        DETECTOR,
                        deleting("/* app */ delete from lib.\"Member\" where x = $1", 9_010, 500_000)
                                .workload())
                .ofKind("UNINDEXED_FOREIGN_KEY");
    }

    @Test
    void anIndexedForeignKeyIsNothing() {
        assertNothing(
                DETECTOR,
                deleting("DELETE FROM \"Member\" WHERE \"Id\" = $1", 9_010, 500_000)
                        .with(new IndexFacts(
                                "lib",
                                "Loan",
                                "by_member",
                                "btree",
                                false,
                                false,
                                true,
                                List.of(new IndexFacts.Key("MemberId", true, false, false)),
                                List.of(),
                                null,
                                8192,
                                1))
                        .workload());
    }

    @Test
    void aDeleteThatReadsLittleIsNotSlowedDownByIt() {
        assertNoFinding(
                DETECTOR,
                deleting("DELETE FROM \"Member\" WHERE x", 12, 500_000).workload(),
                "reads 12 blocks");
    }

    @Test
    void aSmallTableMayBeRead() {
        assertNoFinding(
                DETECTOR, deleting("DELETE FROM \"Member\" WHERE x", 9_010, 300).workload(), "under 500");
    }

    @Test
    void otherTablesOfASimilarNameAreNotMeant() {
        assertNothing(
                DETECTOR,
                deleting("DELETE FROM \"MemberCard\" WHERE x", 9_010, 500_000).workload());
    }

    private static AWorkload deleting(String query, long blocks, double childRows) {
        var key = new ForeignKey(
                "loan_member", "lib", "Loan", List.of("MemberId"), "lib", "Member", List.of("Id"), "NO ACTION");
        return AWorkload.missing("p95", 200)
                .request("leave", 1000, 100)
                .with(AStatement.running(3, query)
                        .calls(1000)
                        .meanMs(80)
                        .rowsPerCall(1)
                        .blocks(blocks * 1000, 0))
                .with(ATable.named("lib", "Loan").rows(childRows, 9_000))
                .with(ATable.named("lib", "Member").rows(10_000, 100))
                .server(new ServerFacts(List.of(key), List.of(), List.of(), null, null, List.of(), List.of()));
    }
}
