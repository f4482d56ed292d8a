package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.NOTHING_ASKED;
import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static dev.perfloop.validation.Measured.judge;
import static dev.perfloop.validation.Measured.p95Below;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.target.Objectives;
import dev.perfloop.target.Objectives.Objective;
import dev.perfloop.validation.Comparison.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonJudgeTests {
    @Test
    void aLargeFallIsAnImprovementThatMeetsTheObjective() {
        var comparison =
                judge().judge(p95Below(200), baseline(arm(1, 60, 25, 400, 0.4)), baseline(arm(2, 60, 25, 40, 0.4)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(comparison.objectivesMet()).isTrue();
        assertThat(comparison.gainSharePct()).isEqualTo(100);
    }

    @Test
    void aGainThatStopsHalfWayIsSaidToBeHalf() {
        var faster = arm(2, 60, 25, 260, 0.3).and(arm(3, 60, 25, 260, 0.3));

        var comparison = judge().judge(p95Below(200), baseline(arm(1, 60, 25, 400, 0.3)), baseline(faster));

        assertThat(comparison.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(comparison.objectivesMet()).isFalse();
        assertThat(comparison.gainSharePct()).isBetween(35.0, 65.0);
    }

    @Test
    void aRiseBeyondToleranceIsARegression() {
        var slower = arm(2, 60, 25, 160, 0.3).and(arm(3, 60, 25, 160, 0.3));

        var comparison = judge().judge(NOTHING_ASKED, baseline(arm(1, 60, 25, 100, 0.3)), baseline(slower));

        assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void aRiseInTheOneTestThereIsMayBeADisturbanceAndIsMeasuredAgain() {
        var comparison =
                judge().judge(NOTHING_ASKED, baseline(arm(1, 60, 25, 100, 0.3)), baseline(arm(2, 60, 25, 160, 0.3)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.moreRuns()).isEqualTo(1);
        assertThat(comparison.reason()).contains("the one test there is");
    }

    @Test
    void soIsAFallUnlessItHalves() {
        var before = baseline(arm(1, 60, 25, 100, 0.3));

        var third = judge().judge(NOTHING_ASKED, before, baseline(arm(2, 60, 25, 67, 0.3)));
        var half = judge().judge(NOTHING_ASKED, before, baseline(arm(2, 60, 25, 45, 0.3)));

        assertThat(third.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(third.reason()).contains("Better in the one test there is");
        assertThat(half.verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void whatBrokeOffIsJudgedThoughItCouldNotLast() {
        var broken = new Arm(List.of(
                new Block(arm(12, 25, 20, () -> 10_000_000).blocks().getFirst().seconds(), true)));
        var sound = arm(2, 60, 25, 40, 0.4);

        assertThat(judge().judge(p95Below(200), baseline(broken), baseline(sound))
                        .verdict())
                .isEqualTo(Verdict.IMPROVED);
        assertThat(judge().judge(p95Below(200), baseline(sound), baseline(broken))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void errorsNeedNoSecondTest() {
        var failing = arm(60, 25, 10, () -> 100_000);

        assertThat(judge().judge(NOTHING_ASKED, baseline(arm(60, 25, 0, () -> 100_000)), baseline(failing))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void aRegressionOfOneRequestIsNotBoughtByTheGainOfAnother() {
        var before = new Profiles(
                Map.of("BASELINE", Map.of("", arm(1, 60, 50, 200, 0.3), "checkout", arm(3, 60, 25, 50, 0.3))));
        var after = new Profiles(Map.of("BASELINE", Map.of("", twice(2, 50, 60), "checkout", twice(4, 25, 90))));

        assertThat(judge().judge(NOTHING_ASKED, before, after).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void tooLittleDataIsInconclusiveAndNeverAPass() {
        var comparison =
                judge().judge(p95Below(200), baseline(arm(1, 10, 5, 400, 0.3)), baseline(arm(2, 10, 5, 40, 0.3)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.moreRuns()).isPositive();
        assertThat(comparison.metrics()).noneMatch(metric -> metric.result() == Result.PASS);
    }

    @Test
    void aMissingAfterIsInconclusive() {
        var comparison = judge().judge(NOTHING_ASKED, baseline(arm(1, 60, 25, 100, 0.3)), new Profiles(Map.of()));

        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void emptyObjectivesAreNotMet() {
        var comparison =
                judge().judge(NOTHING_ASKED, baseline(arm(1, 60, 25, 100, 0.3)), baseline(arm(2, 60, 25, 50, 0.3)));

        assertThat(comparison.objectivesMet()).isFalse();
    }

    @Test
    void noErrorInFewRequestsDoesNotProveALowErrorRate() {
        var half = new Objectives(new Objective(null, null, null, 0.005, null), Map.of());
        var before = baseline(arm(1, 60, 25, 100, 0.3));

        assertThat(judge().judge(half, before, baseline(arm(2, 40, 5, 50, 0.3))).objectivesMet())
                .isFalse();
        assertThat(judge().judge(half, before, baseline(arm(2, 60, 25, 50, 0.3)))
                        .objectivesMet())
                .isTrue();
    }

    @Test
    void whatTheBaselineHasTooFewRequestsForThePeakMayProve() {
        var before = Map.of("", arm(1, 60, 25, 400, 0.3), "rare", arm(1, 40, 1, 400, 0.3));
        var after = Map.of("", arm(2, 60, 25, 40, 0.3), "rare", arm(2, 40, 1, 40, 0.3));
        var peak = Map.of("", arm(3, 60, 50, 40, 0.3), "rare", arm(3, 40, 2, 40, 0.3));
        var wanted = new Objectives(
                new Objective(null, null, null, null, null),
                Map.of("rare", new Objective(null, Duration.ofMillis(200), null, null, null)));

        assertThat(judge().judge(
                                wanted,
                                new Profiles(Map.of("BASELINE", before)),
                                new Profiles(Map.of("BASELINE", after)))
                        .objectivesMet())
                .isFalse();
        assertThat(judge().judge(
                                wanted,
                                new Profiles(Map.of("BASELINE", before)),
                                new Profiles(Map.of("BASELINE", after, "PEAK", peak)))
                        .objectivesMet())
                .isTrue();
    }

    @Test
    void aThroughputThatWasNotReachedIsNotMet() {
        var wanted = new Objectives(new Objective(null, null, null, null, 30.0), Map.of());
        var before = baseline(arm(1, 60, 25, 100, 0.3));

        assertThat(judge().judge(wanted, before, baseline(arm(2, 60, 25, 50, 0.3)))
                        .objectivesMet())
                .isFalse();
        assertThat(judge().judge(wanted, before, baseline(arm(2, 60, 31, 50, 0.3)))
                        .objectivesMet())
                .isTrue();
    }

    @Test
    void aSmallRiseIsToldByMoreTestsNotByOne() {
        var one =
                judge().judge(NOTHING_ASKED, baseline(arm(1, 120, 50, 100, 0.3)), baseline(arm(2, 120, 50, 108, 0.3)));
        var eight = judge().judge(NOTHING_ASKED, baseline(tests(10, 8, 100)), baseline(tests(20, 8, 108)));

        assertThat(one.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(one.moreRuns()).isPositive();
        assertThat(eight.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    private static Arm twice(int seed, int perSecond, double medianMs) {
        return arm(seed, 60, perSecond, medianMs, 0.3).and(arm(seed + 10, 60, perSecond, medianMs, 0.3));
    }

    private static Arm tests(int seed, int tests, double medianMs) {
        return IntStream.range(0, tests)
                .mapToObj(i -> arm(seed + i, 120, 50, medianMs, 0.3))
                .reduce(Arm.EMPTY, Arm::and);
    }

    @Test
    void anObjectiveThatTheIntervalStraddlesIsNotMet() {
        var after = arm(2, 60, 25, 120, 0.3);
        long limit = Math.round(after.quantile(0.95));

        assertThat(judge().judge(p95Below(limit), baseline(arm(1, 60, 25, 400, 0.3)), baseline(after))
                        .objectivesMet())
                .isFalse();
    }

    @Test
    void alikeMeasurementsOfMuchDataAreUnchanged() {
        var comparison = judge().judge(
                        NOTHING_ASKED, baseline(arm(1, 300, 100, 100, 0.2)), baseline(arm(2, 300, 100, 100, 0.2)));

        assertThat(comparison.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void alikeMeasurementsAreHardlyEverCalledWorseOrBetter() {
        List<Verdict> verdicts = IntStream.range(0, 40)
                .mapToObj(i -> judge().judge(
                                NOTHING_ASKED,
                                baseline(arm(100 + i, 30, 25, 100, 0.4)),
                                baseline(arm(900 + i, 30, 25, 100, 0.4)))
                        .verdict())
                .toList();

        assertThat(verdicts).doesNotContain(Verdict.REGRESSED);
        assertThat(verdicts).filteredOn(verdict -> verdict == Verdict.IMPROVED).hasSizeLessThanOrEqualTo(2);
    }
}
