package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import dev.perfloop.validation.VerdictBenchmark.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A few of the benchmark's comparisons of recorded load tests, in every build. */
class RecordedVerdictsTests {
    private static final int COMPARISONS = 30;
    private final RecordedVerdicts recorded = new RecordedVerdicts();

    @Test
    void recordedTestsOfAnUnchangedServiceRaiseNoAlarm() {
        assertThat(verdicts(new Kind("unchanged", 1, false))).doesNotContain(Verdict.REGRESSED, Verdict.IMPROVED);
    }

    @Test
    void halfAsSlowAgainIsNeverTakenForUnchanged() {
        assertThat(verdicts(new Kind("slower", 1.5, false)))
                .contains(Verdict.REGRESSED)
                .doesNotContain(Verdict.IMPROVED, Verdict.UNCHANGED);
    }

    private List<Verdict> verdicts(Kind kind) {
        return IntStream.range(0, COMPARISONS)
                .parallel()
                .mapToObj(i -> recorded.compare(kind, i, 3, true).verdict())
                .toList();
    }
}
