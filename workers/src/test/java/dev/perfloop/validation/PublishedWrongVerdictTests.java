package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.NOTHING_ASKED;
import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static dev.perfloop.validation.Measured.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases that other judges got wrong in public, each named by its issue. */
class PublishedWrongVerdictTests {
    @Test
    void spinnaker6278MostPointsAHundredTimesSlowerIsARegression() {
        var random = new SplittableRandom(7);
        var slow = arm(40, 25, 0, () -> random.nextInt(10) < 7 ? 100_000 : 1_000);

        assertThat(judge().judge(NOTHING_ASKED, baseline(arm(40, 25, 0, () -> 1_000)), baseline(slow))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void kayenta780TheSameMedianWithAWiderSpreadIsARegressionOfTheTail() {
        var tight = arm(1, 60, 50, 17, 0.1);
        var wide = arm(2, 60, 50, 17, 1.0);

        var comparison = judge().judge(NOTHING_ASKED, baseline(tight), baseline(wide));

        assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void kayenta426AFewErrorsAfterNoneAreNoPass() {
        var errors = ErrorDifference.of(arm(6, 20, 0, () -> 1_000), withErrors(4));

        assertThat(errors.result()).isEqualTo(Result.INCONCLUSIVE);
    }

    private static Arm withErrors(int errors) {
        var arm = arm(6, 20, 0, () -> 1_000);
        var first = arm.seconds().getFirst();
        var failing = new Second(first.requests(), errors, first.bins(), first.counts());
        return Arm.of(new Block(
                Stream.concat(Stream.of(failing), arm.seconds().stream().skip(1))
                        .toList()));
    }
}
