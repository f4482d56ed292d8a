package dev.perfloop.analysis.index;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNoFinding;
import static dev.perfloop.analysis.DetectorAssert.assertNothing;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.ATable;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.ServerFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecialIndexDetectorsTests {
    private static final ExpressionIndexDetector EXPRESSIONS = new ExpressionIndexDetector();
    private static final PatternSearchDetector PATTERNS = new PatternSearchDetector();
    private static final ContainmentDetector CONTAINMENT = new ContainmentDetector();

    @Test
    void aFunctionOfAColumnGetsAnIndexOnThatExpression() {
        assertFinding(
                        EXPRESSIONS,
                        searching("(lower((m.\\\"Mail\\\")::text) = $1)").workload())
                .ofKind("MISSING_INDEX")
                .about("table:Club.Member")
                .withConfidence(Confidence.HIGH)
                .proposing(index(Proposal.Column.computed("lower((\"Mail\")::text)", null), "btree"));
    }

    @Test
    void aCastForWhichAnIndexStandsReadyIsMendedInTheStatement() {
        assertFinding(
                        EXPRESSIONS,
                        searching("((m.\\\"No\\\")::text = $1)")
                                .with(index("member_no", "btree", key("No")))
                                .workload())
                .ofKind("DEFEATED_INDEX")
                .saying("member_no")
                .advising("CAST(? AS bigint)");
    }

    @Test
    void aCastWithoutAnIndexGetsOneOnTheExpression() {
        assertFinding(EXPRESSIONS, searching("((m.\\\"No\\\")::text = $1)").workload())
                .ofKind("MISSING_INDEX")
                .proposing(index(Proposal.Column.computed("(\"No\")::text", null), "btree"));
    }

    @Test
    void whatDependsOnTheTimeZoneCannotBeIndexed() {
        assertFinding(EXPRESSIONS, searching("((m.\\\"Since\\\")::date = $1)").workload())
                .ofKind("DEFEATED_INDEX")
                .advising("column >= start");
    }

    @Test
    void anIndexOnTheSameExpressionIsEnough() {
        assertNoFinding(
                EXPRESSIONS,
                searching("(lower((m.\\\"Mail\\\")::text) = $1)")
                        .with(index(
                                "by_mail", "btree", new IndexFacts.Key("lower(\"Mail\"::text)", false, false, false)))
                        .workload(),
                "covered by the index by_mail");
    }

    @Test
    void aSmallTableNeedsNoIndex() {
        assertNoFinding(
                EXPRESSIONS,
                workload(members().rows(400, 8), "(lower((m.\\\"Mail\\\")::text) = $1)", 8)
                        .workload(),
                "under 500");
    }

    @Test
    void aStatementThatDoesNotReadTheTableIsLeftAlone() {
        assertNoFinding(
                EXPRESSIONS,
                workload(members(), "(lower((m.\\\"Mail\\\")::text) = $1)", 20).workload(),
                "does not read all of it");
    }

    @Test
    void aPatternGetsATrigramIndexWhereTheExtensionIs() {
        var server =
                new ServerFacts(List.of(), List.of(), List.of(), null, null, List.of(), List.of("plpgsql", "pg_trgm"));

        assertFinding(
                        PATTERNS,
                        searching("(m.\\\"Mail\\\" ~~ $1)").server(server).workload())
                .ofKind("MISSING_INDEX")
                .proposing(index(Proposal.Column.searched("Mail", "gin_trgm_ops"), "gin"));
    }

    @Test
    void withoutTheExtensionAPersonIsToldWhatToRun() {
        assertFinding(PATTERNS, searching("((m.\\\"Mail\\\")::text ~~* $1)").workload())
                .ofKind("MISSING_INDEX")
                .advising("CREATE EXTENSION pg_trgm");
    }

    @Test
    void anInvertedIndexIsEnoughForPatterns() {
        assertNoFinding(
                PATTERNS,
                searching("(m.\\\"Mail\\\" ~~ $1)")
                        .with(index("trigrams", "gin", key("Mail")))
                        .workload(),
                "trigrams is there already");
    }

    @Test
    void aPatternThatIsKeptInTheColumnIsNoSearch() {
        assertNothing(PATTERNS, searching("($1 ~~ (m.\\\"Mail\\\")::text)").workload());
    }

    @Test
    void aDocumentThatIsSearchedGetsAnInvertedIndex() {
        assertFinding(CONTAINMENT, searching("(m.\\\"Tags\\\" @> $1)").workload())
                .proposing(index(Proposal.Column.searched("Tags", "jsonb_path_ops"), "gin"));
        assertFinding(CONTAINMENT, searching("($1 <@ m.\\\"Tags\\\")").workload())
                .proposing(index(Proposal.Column.searched("Tags", "jsonb_path_ops"), "gin"));
    }

    @Test
    void aTypeWithoutAnOperatorClassIsTurnedDown() {
        assertNoFinding(CONTAINMENT, searching("(m.\\\"No\\\" @> $1)").workload(), "no operator class");
    }

    private static AWorkload searching(String filter) {
        return workload(members(), filter, 9_000);
    }

    private static AWorkload workload(ATable table, String filter, long blocks) {
        return AWorkload.missing("p95", 200)
                .request("find", 1000, 100)
                .with(AStatement.running(7, "SELECT * FROM x WHERE y")
                        .calls(1000)
                        .meanMs(80)
                        .rowsPerCall(1)
                        .blocks(blocks * 1000, 0))
                .with(table)
                .plan(7, """
                        {"Node Type": "Seq Scan", "Schema": "Club", "Relation Name": "Member", "Alias": "m",
                         "Startup Cost": 0, "Total Cost": 20000, "Plan Rows": 500, "Filter": "%s"}""".formatted(filter));
    }

    private static ATable members() {
        return ATable.named("Club", "Member")
                .rows(500_000, 9_000)
                .column("No", "bigint", -1)
                .column("Mail", "character varying(200)", -0.9)
                .column("Since", "timestamp with time zone", -0.5)
                .column("Tags", "jsonb", -0.3);
    }

    private static IndexFacts.Key key(String column) {
        return new IndexFacts.Key(column, true, false, false);
    }

    private static IndexFacts index(String name, String method, IndexFacts.Key key) {
        return new IndexFacts(
                "Club", "Member", name, method, false, false, true, List.of(key), List.of(), null, 8_000_000, 0);
    }

    private static Proposal index(Proposal.Column column, String method) {
        return new Proposal.CreateIndex("Club", "Member", method, List.of(column), null, List.of());
    }
}
