package dev.perfloop.analysis.server;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.plan.PlanReader;
import dev.perfloop.profiling.ColumnFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsDetectorTests {
    private static final String QUERY = "SELECT * FROM letter WHERE campaign = $1";

    private final StatisticsDetector detector = new StatisticsDetector();

    @Test
    void staleStatisticsBehindAWrongEstimateAreRefreshed() {
        assertFinding(detector, returning(40_000, stale(), 1).workload())
                .ofKind("STALE_STATISTICS")
                .about("table:public.letter")
                .about("statement:1")
                .withConfidence(Confidence.HIGH)
                .impactBetween(60, 100)
                .gaining(0, 100)
                .saying("40000 rows changed since it was analysed")
                .proposing(new Proposal.RefreshStatistics("public", "letter", List.of(), null));
    }

    @Test
    void aTableThatWasNeverAnalysedIsToo() {
        var never = ATable.named("public", "letter")
                .neverAnalysed()
                .column(new ColumnFacts("campaign", "text", true, null, null, null, null, null));

        assertFinding(detector, returning(40_000, never, 1).workload())
                .ofKind("STALE_STATISTICS")
                .saying("never analysed");
    }

    @Test
    void aPlanThatReadsFarMoreThanItShouldCostGivesItselfAway() {
        assertFinding(
                        detector,
                        AWorkload.missing("p95", 200)
                                .with(stale())
                                .with(AStatement.running(1, "SELECT country, count(*) FROM letter GROUP BY 1")
                                        .meanMs(80)
                                        .blocks(120_000_000, 0))
                                .plan(1, Nodes.node("Aggregate", 16, 1, Nodes.scanBy("Index Scan", "letter", 8, 1)))
                                .workload())
                .ofKind("STALE_STATISTICS")
                .saying("pages");
    }

    @Test
    void staleStatisticsThatPlanRightlyAreLeftAlone() {
        assertNoFinding(detector, returning(12, stale(), 10).workload(), "agrees with what happens");
    }

    @Test
    void columnsThatDependOnEachOtherGetExtendedStatistics() {
        var fresh = ATable.named("public", "letter").column("city", "text", 500).column("zip", "text", 900);
        String plan = Nodes.scan("letter", 100, 3, "((letter.city = $1) AND ((letter.zip)::text = $2))");

        assertFinding(
                        detector,
                        AWorkload.missing("p95", 200)
                                .with(fresh)
                                .with(AStatement.running(1, QUERY).meanMs(80).rowsPerCall(4000))
                                .plan(1, plan)
                                .workload())
                .ofKind("BAD_ESTIMATE")
                .withConfidence(Confidence.MEDIUM)
                .proposing(new Proposal.RefreshStatistics("public", "letter", List.of("city", "zip"), null));
    }

    @Test
    void aWrongEstimateOfOneColumnIsAHintOnly() {
        assertFinding(
                        detector,
                        returning(40_000, ATable.named("public", "letter"), 1).workload())
                .ofKind("BAD_ESTIMATE")
                .withConfidence(Confidence.LOW);
    }

    @Test
    void aLookUpThatFindsOneRowInsteadOfThreeIsFine() {
        assertNothing(
                detector, returning(1, ATable.named("public", "letter"), 3).workload());
    }

    @Test
    void theRowsOfAnAggregateSayNothing() {
        assertNothing(
                detector,
                AWorkload.missing("p95", 200)
                        .with(ATable.named("public", "letter"))
                        .with(AStatement.running(1, "SELECT count(*) FROM letter")
                                .meanMs(80)
                                .rowsPerCall(1))
                        .plan(1, Nodes.node("Aggregate", 2000, 5000, Nodes.scan("letter", 1900, 100_000)))
                        .workload());
    }

    @Test
    void conditionedColumnsAreFoundWhateverTheirNames() {
        String filter = "((\"Order Line\".\"Kind of\" = $1) AND ((größe.straße)::text = $2) AND (x.z > 3))";
        var node = PlanReader.read("[{\"Plan\": " + Nodes.scan("letter", 1, 1, filter) + "}]");

        assertThat(Conditioned.columns(node)).containsExactly("Kind of", "straße");
    }

    private static ATable stale() {
        return ATable.named("public", "letter").rows(42_000, 400).modifiedSinceAnalyse(40_000);
    }

    private static AWorkload returning(double rows, ATable table, double planned) {
        return AWorkload.missing("p95", 200)
                .with(table)
                .with(AStatement.running(1, QUERY).meanMs(80).rowsPerCall(rows))
                .plan(1, Nodes.scanBy("Index Scan", "letter", 8, planned, "(letter.campaign = $1)"));
    }

    @Test
    void whatAPlanMetWhenItWasRunSaysMoreThanTheMeanOfItsCalls() {
        String met = Nodes.scan("letter", 900, 50, "(campaign = $1)");

        assertFinding(
                        detector,
                        returning(40, stale(), 1).analysed(1, with(met, 30_000)).workload())
                .ofKind("STALE_STATISTICS")
                .saying("50 rows are planned where 30,000 come")
                .saying("Seq Scan on public.letter");
        assertNoFinding(
                detector,
                returning(40_000, stale(), 1).analysed(1, with(met, 60)).workload(),
                "run with them it met what it expects");
    }

    @Test
    void aNodeThatNeverRanMetNothing() {
        assertNoFinding(
                detector,
                returning(40, stale(), 1)
                        .analysed(1, with(Nodes.scan("letter", 900, 50), 0))
                        .workload(),
                "agrees with what happens");
    }

    private static String with(String node, int rows) {
        return node.replaceFirst(
                "\\{", "{\"Actual Rows\": " + rows + ", \"Actual Loops\": " + Math.min(1, rows) + ", ");
    }
}
