package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.analysis.Evidence.Symptom;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Finding.Priority;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RootCausesTests {
    private static final Proposal PROPOSAL = new Proposal.CreateIndex("s", "t", List.of(), null, List.of());

    @Test
    void whatFollowsFromACauseIsListedWithItAndNotBesideIt() {
        var ranked = RootCauses.ranked(List.of(
                finding("pool", "POOL_WAIT", 90, Confidence.MEDIUM),
                finding("cpu", "HOST_CPU_SATURATED", 40, Confidence.LOW),
                finding("spill", "SMALL_WORK_MEM", 70, Confidence.MEDIUM, "statement:1"),
                finding("sort", "LARGE_SORT", 70, Confidence.LOW, "statement:1"),
                finding("index", "MISSING_INDEX", 60, Confidence.HIGH, "statement:1")));

        assertThat(ranked).singleElement().satisfies(cause -> {
            assertThat(cause.id()).isEqualTo("index");
            assertThat(cause.impact()).isEqualTo(60);
            assertThat(cause.evidence().symptoms())
                    .extracting(Symptom::kind)
                    .containsExactlyInAnyOrder("POOL_WAIT", "HOST_CPU_SATURATED", "SMALL_WORK_MEM", "LARGE_SORT");
        });
    }

    @Test
    void aPoolBelowTheCpusIsACauseBesideSlowStatements() {
        var ranked = RootCauses.ranked(List.of(
                finding("pool", "POOL_TOO_SMALL", 90, Confidence.MEDIUM),
                finding("threads", "THREAD_POOL_EXHAUSTED", 40, Confidence.MEDIUM),
                finding("index", "MISSING_INDEX", 25, Confidence.HIGH, "statement:1")));

        assertThat(ranked).extracting(Finding::id).containsExactly("pool", "index");
    }

    @Test
    void ofAnotherStatementItIsACauseOfItsOwn() {
        var ranked = RootCauses.ranked(List.of(
                finding("spill", "SMALL_WORK_MEM", 30, Confidence.MEDIUM, "statement:2"),
                finding("index", "MISSING_INDEX", 60, Confidence.HIGH, "statement:1")));

        assertThat(ranked).extracting(Finding::id).containsExactly("index", "spill");
    }

    @Test
    void aCauseThatExplainsLittleDoesNotSwallowWhatExplainsMore() {
        var ranked = RootCauses.ranked(List.of(
                finding("spill", "SMALL_WORK_MEM", 60, Confidence.MEDIUM, "statement:1"),
                finding("index", "MISSING_INDEX", 6, Confidence.HIGH, "statement:1")));

        assertThat(ranked).extracting(Finding::id).containsExactly("spill", "index");
    }

    @Test
    void aGuessDoesNotSwallowWhatIsProved() {
        var ranked = RootCauses.ranked(List.of(
                finding("spill", "SMALL_WORK_MEM", 50, Confidence.MEDIUM, "statement:1"),
                finding("bloat", "TABLE_BLOAT", 50, Confidence.LOW, "statement:1")));

        assertThat(ranked).extracting(Finding::id).containsExactly("spill", "bloat");
    }

    @Test
    void theUpkeepOfATableHasOneCause() {
        var ranked = RootCauses.ranked(List.of(
                finding("bloat", "TABLE_BLOAT", 50, Confidence.HIGH, "table:public.job", "statement:2"),
                finding("held", "VACUUM_HELD_BACK", 45, Confidence.HIGH, "table:public.job", "statement:1")));

        assertThat(ranked).extracting(Finding::id).containsExactly("held");
    }

    @Test
    void twoStatementsOfOneTableAreTwoCauses() {
        var ranked = RootCauses.ranked(List.of(
                finding("one", "MISSING_INDEX", 40, Confidence.HIGH, "table:public.job", "statement:1"),
                finding("two", "MISSING_INDEX", 30, Confidence.HIGH, "table:public.job", "statement:2")));

        assertThat(ranked).extracting(Finding::id).containsExactly("one", "two");
    }

    @Test
    void aShortageWithoutACauseKeepsItsImpact() {
        assertThat(RootCauses.ranked(List.of(finding("a", "POOL_WAIT", 90, Confidence.MEDIUM))))
                .singleElement()
                .extracting(Finding::impact, Finding::priority)
                .containsExactly(90.0, Priority.HIGH);
    }

    @Test
    void aShortageStaysBelowACauseThatIsTooWeakToBeItsCause() {
        var ranked = RootCauses.ranked(List.of(
                finding("pool", "POOL_WAIT", 90, Confidence.MEDIUM),
                finding("index", "MISSING_INDEX", 15, Confidence.HIGH)));

        assertThat(ranked).extracting(Finding::id).containsExactly("index", "pool");
        assertThat(ranked.getLast().impact()).isEqualTo(14);
    }

    @Test
    void aGuessDoesNotOutrankWhatIsProved() {
        var ranked = RootCauses.ranked(List.of(
                finding("a", "CHATTY_STATEMENT", 50, Confidence.LOW, "statement:1"),
                finding("b", "MISSING_INDEX", 45, Confidence.HIGH, "statement:2")));

        assertThat(ranked).extracting(Finding::id).containsExactly("b", "a");
        assertThat(ranked).extracting(Finding::rank).containsExactly(1, 2);
        assertThat(ranked).extracting(Finding::priority).containsExactly(Priority.HIGH, Priority.MEDIUM);
    }

    @Test
    void causesThatHaveNothingToDoWithEachOtherShareTheGap() {
        var ranked = RootCauses.ranked(List.of(
                finding("a", "MISSING_INDEX", 100, Confidence.HIGH, "statement:1"),
                finding("b", "MISSING_INDEX", 100, Confidence.HIGH, "statement:2"),
                finding("c", "REPEATED_QUERY", 80, Confidence.LOW, "statement:3")));

        assertThat(ranked.stream().mapToDouble(Finding::impact).sum()).isCloseTo(100, within(0.01));
        assertThat(ranked).extracting(Finding::id).containsExactly("a", "b", "c");
        assertThat(RootCauses.ranked(ranked)).isEqualTo(ranked);
    }

    @Test
    void twoWaysToMendOneThingMayEachExplainAllOfIt() {
        var ranked = RootCauses.ranked(List.of(
                finding("a", "MISSING_INDEX", 100, Confidence.HIGH, "statement:1"),
                finding("b", "OVER_FETCHING", 90, Confidence.HIGH, "statement:1")));

        assertThat(ranked).extracting(Finding::impact).containsExactly(100.0, 90.0);
    }

    @Test
    void askingLessOftenIsARemedyOfItsOwn() {
        var ranked = RootCauses.ranked(List.of(
                finding("repeated", "REPEATED_QUERY", 90, Confidence.HIGH, "statement:1"),
                finding("wide", "OVER_FETCHING", 60, Confidence.HIGH, "statement:1"),
                finding("report", "REPORT_AGGREGATE", 90, Confidence.MEDIUM, "statement:1")));

        assertThat(ranked).extracting(Finding::id).containsExactly("repeated", "wide");
    }

    @Test
    void effortLowersThePriority() {
        var quick = finding("a", "MISSING_INDEX", 45, Confidence.HIGH, "statement:1");
        var redesign = Finding.observed(
                "b", "SHARDING", Layer.DATABASE, 45, Confidence.HIGH, Effort.ARCHITECTURE, "s", Evidence.of("r"));

        assertThat(RootCauses.ranked(List.of(quick)).getFirst().priority()).isEqualTo(Priority.HIGH);
        assertThat(RootCauses.ranked(List.of(redesign)).getFirst().priority()).isEqualTo(Priority.MEDIUM);
    }

    @Test
    void onlyWhatIsAllowedAndExplainsSomethingIsProposable() {
        var strong = finding("a", "MISSING_INDEX", 60, Confidence.HIGH).proposing(PROPOSAL);
        var weak = finding("b", "MISSING_INDEX", 3, Confidence.HIGH).proposing(PROPOSAL);

        assertThat(RootCauses.proposable(strong, Set.of("CREATE_INDEX"))).isTrue();
        assertThat(RootCauses.proposable(strong, Set.of("SET_PARAMETER"))).isFalse();
        assertThat(RootCauses.proposable(weak, Set.of("CREATE_INDEX"))).isFalse();
        assertThat(RootCauses.hardest(List.of(strong))).isEqualTo(Effort.QUICK);
    }

    private static Finding finding(String id, String kind, double impact, Confidence confidence, String... subjects) {
        var layer = kind.startsWith("HOST") ? Layer.INFRASTRUCTURE : Layer.DATABASE;
        return Finding.observed(
                id,
                kind,
                layer,
                impact,
                confidence,
                Effort.QUICK,
                "summary of " + id,
                Evidence.of("reason").about(List.of(subjects)));
    }
}
