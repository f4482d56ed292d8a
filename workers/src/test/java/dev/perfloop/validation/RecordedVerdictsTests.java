package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import dev.perfloop.validation.RecordedVerdicts.Deal;
import dev.perfloop.validation.VerdictBenchmark.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few of the benchmark's comparisons of recorded load tests, in every build. */
class RecordedVerdictsTests {
    private static final int COMPARISONS = 20;
    private final RecordedVerdicts recorded = new RecordedVerdicts(RecordedVerdicts.QUICK_ANSWERS);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRestlessMachineRaisesHardlyAnyFalseAlarms(boolean calibrated) {
        assertThat(verdicts(new Kind("unchanged", 1, false), calibrated))
                .filteredOn(it -> it == Verdict.IMPROVED || it == Verdict.REGRESSED)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void halfAsSlowAgainIsNeverTakenForUnchangedOrBetter() {
        assertThat(verdicts(new Kind("slower", 1.5, false), true)).doesNotContain(Verdict.IMPROVED, Verdict.UNCHANGED);
    }

    private List<Verdict> verdicts(Kind kind, boolean calibrated) {
        return IntStream.range(0, COMPARISONS)
                .parallel()
                .mapToObj(i ->
                        recorded.compare(kind, i, Deal.BY_LOT, 3, calibrated).verdict())
                .toList();
    }
}
