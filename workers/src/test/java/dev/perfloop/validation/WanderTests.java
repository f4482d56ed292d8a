package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static dev.perfloop.validation.Measured.block;
import static dev.perfloop.validation.Measured.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WanderTests {
    private final Bootstrap bootstrap = new Bootstrap(new SplittableRandom(3));

    @Test
    void aCalmTestWandersHardlyAtAll() {
        assertThat(wander(Metric.P50_MS, 100, 100, 100).spread()).isLessThan(0.01);
        assertThat(wander(Metric.P95_MS, 100, 100, 100).spread()).isLessThan(0.02);
    }

    @Test
    void aMachineThatIsSlowNowAndThenShows() {
        assertThat(wander(Metric.P50_MS, 100, 180, 100).spread()).isGreaterThan(0.2);
        assertThat(wander(Metric.P95_MS, 180, 100, 100).spread()).isGreaterThan(0.2);
    }

    @Test
    void aServiceThatFallsBehindIsNoRestlessMachine() {
        assertThat(wander(Metric.P50_MS, 100, 180, 250)).isEqualTo(Noise.NONE);
        assertThat(wander(Metric.P50_MS, 100, 130, 160).spread()).isGreaterThan(0.1);
    }

    @Test
    void aTestThatIsTooShortToBeSplitTellsNothing() {
        var brief = bootstrap.sample(arm(1, 12, 100, 100, 0.3).blocks().getFirst());

        assertThat(brief.wander(Metric.P50_MS)).isEqualTo(Noise.NONE);
    }

    @Test
    void aQuantileOfTooFewResponsesWandersAsTheMiddleDoes() {
        var sampled = bootstrap.sample(block(10, 100, 180, 100));

        assertThat(sampled.wanders()).containsEntry(Metric.P99_MS, Noise.NONE);
        assertThat(sampled.wander(Metric.P99_MS)).isEqualTo(sampled.wander(Metric.P50_MS));
    }

    @Test
    void aRestlessMachinesDifferenceOfAThirdIsNotCalledSureAndTheReasonSaysWhy() {
        var before = Arm.of(block(100, 100, 180, 100));
        var after = Arm.of(block(100, 70, 70, 130));

        var comparison = judge().judge(Measured.NOTHING_ASKED, baseline(before), baseline(after));

        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.reason()).contains("it wandered by").contains("within the tests");
    }

    @Test
    void whatFallsByFourFifthsIsToldOnARestlessMachineToo() {
        var before = Arm.of(block(100, 100, 125, 100));
        var after = Arm.of(block(100, 15, 15, 18));

        assertThat(verdict(before, after)).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void anOverloadedServiceThatIsCalmAfterwardsIsTold() {
        var before = Arm.of(block(100, 1500, 5000, 4800));
        var after = Arm.of(block(100, 200, 202, 201));

        assertThat(verdict(before, after)).isEqualTo(Verdict.IMPROVED);
    }

    private static Verdict verdict(Arm before, Arm after) {
        return judge().judge(Measured.NOTHING_ASKED, baseline(before), baseline(after))
                .verdict();
    }

    private Noise wander(Metric metric, double... medians) {
        return bootstrap.sample(block(100, medians)).wander(metric);
    }

    /** Twenty seconds around each median, one after the other. */
}
