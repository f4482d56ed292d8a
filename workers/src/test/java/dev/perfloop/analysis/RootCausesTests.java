package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Finding.Priority;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RootCausesTests {
    private static final Proposal PROPOSAL = new Proposal.CreateIndex("s", "t", List.of(), null, List.of());

    @Test
    void aSymptomComesAfterTheCauseThatWasFound() {
        var ranked = RootCauses.ranked(List.of(
                finding("a", PoolWaitDetector.POOL_WAIT, 90, Confidence.MEDIUM, null),
                finding("b", MissingIndexDetector.MISSING_INDEX, 60, Confidence.HIGH, PROPOSAL)));

        assertThat(ranked).extracting(Finding::id).containsExactly("b", "a");
        assertThat(ranked).extracting(Finding::rank).containsExactly(1, 2);
        assertThat(ranked.get(1).impact()).isEqualTo(59);
    }

    @Test
    void aSymptomWithoutACauseKeepsItsImpact() {
        assertThat(RootCauses.ranked(List.of(finding("a", PoolWaitDetector.POOL_WAIT, 90, Confidence.MEDIUM, null))))
                .singleElement()
                .extracting(Finding::impact, Finding::priority)
                .containsExactly(90.0, Priority.HIGH);
    }

    @Test
    void aGuessDoesNotOutrankWhatIsProved() {
        var ranked = RootCauses.ranked(List.of(
                finding("a", ChattyStatementDetector.CHATTY_STATEMENT, 90, Confidence.LOW, null),
                finding("b", MissingIndexDetector.MISSING_INDEX, 60, Confidence.HIGH, PROPOSAL)));

        assertThat(ranked).extracting(Finding::id).containsExactly("b", "a");
        assertThat(ranked).extracting(Finding::priority).containsExactly(Priority.HIGH, Priority.MEDIUM);
    }

    @Test
    void onlyWhatIsAllowedAndExplainsSomethingIsProposable() {
        var strong = finding("a", MissingIndexDetector.MISSING_INDEX, 60, Confidence.HIGH, PROPOSAL);
        var weak = finding("b", MissingIndexDetector.MISSING_INDEX, 3, Confidence.HIGH, PROPOSAL);

        assertThat(RootCauses.proposable(strong, Set.of("CREATE_INDEX"))).isTrue();
        assertThat(RootCauses.proposable(strong, Set.of("SET_PARAMETER"))).isFalse();
        assertThat(RootCauses.proposable(weak, Set.of("CREATE_INDEX"))).isFalse();
        assertThat(RootCauses.hardest(List.of(strong))).isEqualTo(Effort.QUICK);
    }

    private static Finding finding(
            String id, String kind, double impact, Confidence confidence, @Nullable Proposal proposal) {
        return new Finding(
                id,
                0,
                kind,
                Layer.DATABASE,
                impact,
                confidence,
                Priority.LOW,
                Effort.QUICK,
                "",
                null,
                null,
                Evidence.of(""),
                proposal);
    }
}
