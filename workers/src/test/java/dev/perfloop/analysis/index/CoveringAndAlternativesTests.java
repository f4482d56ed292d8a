package dev.perfloop.analysis.index;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.Captured;
import dev.perfloop.analysis.DrivenLoad;
import dev.perfloop.analysis.Latencies;
import dev.perfloop.analysis.Missed;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Series;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.ProfiledDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Indexes that spare the table, and those that only help together, by the plans of a real PostgreSQL. */
class CoveringAndAlternativesTests {
    private static final String LEDGER =
            "CREATE TABLE \"Ledger\" (\"Id\" int PRIMARY KEY, \"Account\" int, \"Amount\" int, note text)";
    private static final String ENTRIES = """
            INSERT INTO "Ledger" SELECT i, i % 150, i % 977, repeat('n', 100) FROM generate_series(1, 45000) i""";
    private static final String BY_ACCOUNT = "CREATE INDEX by_account ON \"Ledger\" (\"Account\")";

    @Test
    void aColumnInTheIndexSparesTheTable() {
        assertFinding(
                        new CoveringIndexDetector(),
                        workload(ledger(BY_ACCOUNT)
                                .runs(20, "SELECT sum(\"Amount\") FROM \"Ledger\" WHERE \"Account\" = {i}")))
                .proposing(new Proposal.CreateIndex(
                        "public", "Ledger", List.of(new Proposal.Column("Account", null)), null, List.of("Amount")));
    }

    @Test
    void wideColumnsMakeASecondTable() {
        assertNoFinding(
                new CoveringIndexDetector(),
                workload(ledger(BY_ACCOUNT).runs(20, "SELECT note FROM \"Ledger\" WHERE \"Account\" = {i}")),
                "as large as its table");
    }

    @Test
    void wholeRowsAreNotCarried() {
        assertNothing(
                new CoveringIndexDetector(),
                workload(ledger(BY_ACCOUNT).runs(20, "SELECT l FROM \"Ledger\" l WHERE \"Account\" = {i}")));
    }

    @Test
    void whatIsLockedIsReadInTheTable() {
        assertNothing(
                new CoveringIndexDetector(),
                workload(ledger(BY_ACCOUNT)
                        .runs(20, "SELECT \"Amount\" FROM \"Ledger\" WHERE \"Account\" = {i} FOR UPDATE")));
    }

    @Test
    void bothAlternativesNeedAnIndex() {
        assertFinding(new AlternativesDetector(), workload(either(ledger())))
                .ofKind("MISSING_INDEX")
                .advising("CREATE INDEX CONCURRENTLY ON \"public\".\"Ledger\" (\"Account\");")
                .advising("CREATE INDEX CONCURRENTLY ON \"public\".\"Ledger\" (\"Amount\");");
    }

    @Test
    void theLastAlternativeWithoutAnIndexGetsOne() {
        assertFinding(new AlternativesDetector(), workload(either(ledger(BY_ACCOUNT))))
                .proposing(new Proposal.CreateIndex(
                        "public", "Ledger", List.of(new Proposal.Column("Amount", null)), null, List.of()));
    }

    @Test
    void whatAnyAlternativeKeepsIsKept() {
        assertNoFinding(
                new AlternativesDetector(),
                workload(ledger().runs(10, "SELECT * FROM \"Ledger\" WHERE \"Account\" = {i} OR \"Amount\" > {i}")),
                "% of the rows");
    }

    private static ProfiledDatabase either(ProfiledDatabase database) {
        return database.runs(10, "SELECT * FROM \"Ledger\" WHERE \"Account\" = {i} OR \"Amount\" = {i}");
    }

    private static ProfiledDatabase ledger(String... more) {
        return ProfiledDatabase.with(
                Stream.concat(Stream.of(LEDGER, ENTRIES), Stream.of(more)).toArray(String[]::new));
    }

    private static Workload workload(ProfiledDatabase database) {
        var profiled = database.profiled();
        var slow = new Latencies(80, 300, 400, 100, 10, 0, 100);
        return new Workload(
                profiled.profile(),
                new DrivenLoad(slow, Map.of("find", slow), Map.of("find", 10L)),
                new Series(List.of()),
                List.of(new Missed("", "p95", 50, 300)),
                Captured.NOTHING.with(profiled.plans()));
    }
}
