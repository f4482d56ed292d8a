package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import org.junit.jupiter.api.Test;

/** Work that no index takes away. */
class HeavyPlanDetectorsTests {
    private final ReportDetector report = new ReportDetector();
    private final LargeSortDetector sort = new LargeSortDetector();

    @Test
    void sumsOverAWholeLargeTableAreKeptRatherThanAddedUp() {
        assertFinding(report, summing(1e6, Nodes.scan("sale", 18_000, 1e6)).workload())
                .ofKind("REPORT_AGGREGATE")
                .about("table:public.sale")
                .impactBetween(80, 100)
                .advising("materialised view");
    }

    @Test
    void aConditionThatKeepsMostIsNoHelp() {
        assertFinding(
                        report,
                        summing(1e6, Nodes.scan("sale", 18_000, 8e5, "(sale.paid)"))
                                .workload())
                .ofKind("REPORT_AGGREGATE");
    }

    @Test
    void aConditionThatKeepsLittleIsForAnIndex() {
        assertNothing(
                report,
                summing(1e6, Nodes.scan("sale", 18_000, 900, "(sale.shop = $1)"))
                        .workload());
    }

    @Test
    void aSmallTableMayBeAddedUp() {
        assertNothing(report, summing(4000, Nodes.scan("sale", 80, 4000)).workload());
    }

    @Test
    void aStatementThatMostlySortsIsNamed() {
        assertFinding(
                        sort,
                        AWorkload.missing("p95", 200)
                                .with(ATable.named("public", "sale").rows(1e6, 10_000))
                                .with(AStatement.running(1, "SELECT * FROM sale ORDER BY a")
                                        .meanMs(80))
                                .plan(1, Nodes.node("Sort", 150_000, 1e6, Nodes.scan("sale", 18_000, 1e6)))
                                .workload())
                .ofKind("LARGE_SORT")
                .saying("1000000 rows by a");
        assertNothing(
                sort,
                AWorkload.missing("p95", 200)
                        .with(AStatement.running(1, "SELECT * FROM sale ORDER BY a")
                                .meanMs(80))
                        .plan(1, Nodes.node("Sort", 20, 100, Nodes.scan("sale", 10, 100)))
                        .workload());
    }

    private static AWorkload summing(double rows, String scan) {
        return AWorkload.missing("p95", 200)
                .with(ATable.named("public", "sale").rows(rows, 8000))
                .with(AStatement.running(1, "SELECT shop, sum(amount) FROM sale GROUP BY shop")
                        .meanMs(90))
                .plan(1, Nodes.node("Aggregate", 23_000, 40, scan));
    }
}
