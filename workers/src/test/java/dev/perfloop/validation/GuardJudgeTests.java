package dev.perfloop.validation;

import static dev.perfloop.validation.Guarding.RATE;
import static dev.perfloop.validation.Guarding.guard;
import static dev.perfloop.validation.Guarding.judged;
import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardJudgeTests {
    @Test
    void aGuardIsHeldWhenTheUpperBoundIsUnderItsCeiling() {
        assertThat(judged(List.of(guard(Metric.P95_MS, 250)), baseline(arm(1, 60, 25, 100, 0.3)))
                        .result())
                .isEqualTo(GuardResult.HELD);
    }

    @Test
    void aGuardIsBrokenWhenTheLowerBoundIsAboveItsCeiling() {
        var verdict = judged(List.of(guard(Metric.P95_MS, 100)), baseline(arm(1, 60, 25, 100, 0.3)));

        assertThat(verdict.result()).isEqualTo(GuardResult.REGRESSED);
        assertThat(verdict.reason())
                .contains("p95 of all requests under BASELINE")
                .contains("ceiling 100.0 ms");
    }

    @Test
    void aCeilingInsideTheBoundsTellsNothingYet() {
        var now = arm(1, 60, 25, 100, 0.3);

        var verdict = judged(List.of(guard(Metric.P95_MS, now.quantile(0.95))), baseline(now));

        assertThat(verdict.result()).isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(verdict.moreDataHelps()).isTrue();
    }

    @Test
    void errorsBreakAGuardHoweverFastTheyAre() {
        var failing = arm(60, 25, 5, () -> 1_000);

        var verdict = judged(List.of(guard(Metric.P95_MS, 250), guard(Metric.ERROR_RATE, 0.02)), baseline(failing));

        assertThat(verdict.result()).isEqualTo(GuardResult.REGRESSED);
        assertThat(verdict.checks())
                .extracting(GuardCheck::result)
                .containsExactly(GuardResult.HELD, GuardResult.REGRESSED);
    }

    @Test
    void noErrorsInFewRequestsDoNotProveThatThereAreNone() {
        assertThat(judged(List.of(guard(Metric.ERROR_RATE, 0.005)), baseline(arm(60, 1, 0, () -> 1_000)))
                        .result())
                .isEqualTo(GuardResult.INCONCLUSIVE);
    }

    @Test
    void tooFewRequestsTellNothingYet() {
        var verdict = judged(List.of(guard(Metric.P95_MS, 250)), baseline(arm(1, 60, 3, 10, 0.3)));

        assertThat(verdict.result()).isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("180 requests", "200");
        assertThat(verdict.moreDataHelps()).isTrue();
    }

    @Test
    void aGuardOfAnotherLoadSaysNothingAndMoreOfThisOneWillNotHelp() {
        var verdict = Guarding.judge()
                .judge(
                        List.of(guard(Metric.P95_MS, 250)),
                        baseline(arm(1, 60, 25, 100, 0.3)),
                        Map.of(Profiles.BASELINE, 2 * RATE));

        assertThat(verdict.result()).isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("not the same load");
        assertThat(verdict.moreDataHelps()).isFalse();
    }

    @Test
    void aRequestThatIsNoLongerDrivenIsNotHeld() {
        var gone = new Ceiling(Profiles.BASELINE, "checkout", Metric.P95_MS, 250, RATE);

        var verdict = judged(List.of(guard(Metric.P95_MS, 250), gone), baseline(arm(1, 60, 25, 100, 0.3)));

        assertThat(verdict.result()).isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("checkout").contains("no valid measurement");
        assertThat(verdict.moreDataHelps()).isFalse();
    }

    @Test
    void oneBrokenGuardIsARegressionWhateverCannotBeTold() {
        var gone = new Ceiling(Profiles.BASELINE, "checkout", Metric.P95_MS, 250, RATE);

        assertThat(judged(List.of(gone, guard(Metric.P95_MS, 100)), baseline(arm(1, 60, 25, 100, 0.3)))
                        .result())
                .isEqualTo(GuardResult.REGRESSED);
    }

    /** What is alike must not fail the build of a person who changed nothing. */
    @Test
    void anUnchangedTargetHoldsTheGuardsOfItsOwnMeasurements() {
        var verdicts = IntStream.range(0, 100)
                .mapToObj(i -> {
                    var guards = Guarding.setting()
                            .ceilings(baseline(arm(1000 + i, 30, 40, 100, 0.4)), Map.of(Profiles.BASELINE, RATE));
                    return judged(guards, baseline(arm(5000 + i, 30, 40, 100, 0.4)))
                            .result();
                })
                .toList();

        assertThat(verdicts).doesNotContain(GuardResult.REGRESSED);
        assertThat(verdicts).filteredOn(GuardResult.HELD::equals).hasSizeGreaterThan(60);
    }

    @Test
    void aTargetThatGotAThirdSlowerIsNeverHeld() {
        var verdicts = IntStream.range(0, 100)
                .mapToObj(i -> {
                    var guards = Guarding.setting()
                            .ceilings(baseline(arm(1000 + i, 30, 40, 100, 0.4)), Map.of(Profiles.BASELINE, RATE));
                    return judged(guards, baseline(arm(5000 + i, 30, 40, 133, 0.4)))
                            .result();
                })
                .toList();

        assertThat(verdicts).doesNotContain(GuardResult.HELD);
    }
}
