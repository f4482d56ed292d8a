package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import dev.perfloop.validation.VerdictBenchmark.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A few of the benchmark's comparisons of recorded load tests, in every build. */
class RecordedVerdictsTests {
    private static final int COMPARISONS = 20;
    private final RecordedVerdicts recorded = new RecordedVerdicts();

    @Test
    void aCalibrationKeepsANoisyMachineFromFalseAlarms() {
        var unchanged = new Kind("unchanged", 1, false);

        assertThat(alarms(verdicts(unchanged, true))).isLessThanOrEqualTo(1);
        assertThat(alarms(verdicts(unchanged, false))).isGreaterThan(2);
    }

    @Test
    void halfAsSlowAgainIsNeverTakenForUnchangedOrBetter() {
        assertThat(verdicts(new Kind("slower", 1.5, false), true)).doesNotContain(Verdict.IMPROVED, Verdict.UNCHANGED);
    }

    private static long alarms(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(it -> it == Verdict.IMPROVED || it == Verdict.REGRESSED)
                .count();
    }

    private List<Verdict> verdicts(Kind kind, boolean calibrated) {
        return IntStream.range(0, COMPARISONS)
                .parallel()
                .mapToObj(i -> recorded.compare(kind, i, 3, calibrated).verdict())
                .toList();
    }
}
