package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Evidence.Symptom;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTests {
    private final Workload missing = AWorkload.missing("p95", 200).workload();
    private final Workload busy = AWorkload.missing("p95", 200)
            .sampled(Metrics.SYSTEM_CPU_SHARE, 0.95, 0.97)
            .workload();

    @Test
    void aGapWithoutACauseIsSaidToBeUnexplainedWithWhatWasNotSeen() {
        var findings = Conclusion.of(List.of(), missing, List.of("CPU of the service (no JMX)"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("UNEXPLAINED");
            assertThat(finding.rank()).isEqualTo(1);
            assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
            assertThat(finding.evidence().reason()).contains("Not looked at: CPU of the service (no JMX)");
            assertThat(finding.proposal()).isNull();
        });
    }

    @Test
    void aMachineThatIsFullOfSoundWorkIsAtCapacity() {
        var host = finding("host", "HOST_CPU_SATURATED", Layer.INFRASTRUCTURE, 40, Confidence.LOW)
                .proposing(new Proposal.CodeAdvice("Add a CPU", "or two"));

        assertThat(Conclusion.of(List.of(host), busy, List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("AT_CAPACITY");
                    assertThat(finding.summary()).contains("no waste found").contains("CPU at 96 %");
                    assertThat(finding.evidence().symptoms())
                            .extracting(Symptom::kind)
                            .containsExactly("HOST_CPU_SATURATED");
                    assertThat(finding.proposal()).isEqualTo(new Proposal.CodeAdvice("Add a CPU", "or two"));
                });
    }

    @Test
    void aCauseIsTheConclusion() {
        var cause = finding("index", "MISSING_INDEX", Layer.DATABASE, 60, Confidence.HIGH);

        assertThat(Conclusion.of(List.of(cause), busy, List.of()))
                .extracting(Finding::kind)
                .containsExactly("MISSING_INDEX");
    }

    @Test
    void aPoolThatIsTooSmallForSoundStatementsIsAnAnswer() {
        var pool = finding("pool", "POOL_WAIT", Layer.APPLICATION, 60, Confidence.MEDIUM);

        assertThat(Conclusion.of(List.of(pool), missing, List.of()))
                .extracting(Finding::kind)
                .containsExactly("POOL_WAIT");
    }

    @Test
    void hintsThatExplainNextToNothingDoNotCloseTheCase() {
        var hint = finding("sort", "LARGE_SORT", Layer.DATABASE, 8, Confidence.LOW);

        assertThat(Conclusion.of(List.of(hint), missing, List.of()))
                .extracting(Finding::kind)
                .containsExactly("UNEXPLAINED", "LARGE_SORT");
    }

    @Test
    void concludingTwiceConcludesTheSame() {
        var once = Conclusion.of(List.of(), busy, List.of("x (y)"));

        assertThat(Conclusion.of(once, busy, List.of("x (y)"))).isEqualTo(once);
    }

    @Test
    void whereObjectivesHoldThereIsNothingToConclude() {
        assertThat(Conclusion.of(List.of(), AWorkload.healthy().workload(), List.of("x")))
                .isEmpty();
    }

    private static Finding finding(String id, String kind, Layer layer, double impact, Confidence confidence) {
        return Finding.observed(id, kind, layer, impact, confidence, Effort.QUICK, "s", Evidence.of("r"));
    }
}
