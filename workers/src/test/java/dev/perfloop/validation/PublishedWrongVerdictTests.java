package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.NOTHING_ASKED;
import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static dev.perfloop.validation.Measured.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases that other judges got wrong in public, each named by its issue. */
class PublishedWrongVerdictTests {
    @Test
    void spinnaker6278MostPointsAHundredTimesSlowerIsARegression() {
        var random = new SplittableRandom(7);
        var slow = arm(40, 25, 0, () -> random.nextInt(10) < 7 ? 100_000 : 1_000);

        assertThat(judge().judge(NOTHING_ASKED, baseline(arm(40, 25, 0, () -> 1_000)), baseline(slow.and(slow)))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void kayenta780TheSameMedianWithAWiderSpreadIsARegressionOfTheTail() {
        var tight = arm(1, 60, 50, 17, 0.1);
        var wide = arm(2, 60, 50, 17, 1.0);

        var comparison = judge().judge(NOTHING_ASKED, baseline(tight), baseline(wide.and(arm(3, 60, 50, 17, 1.0))));

        assertThat(comparison.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void kayenta426AFewErrorsAfterNoneAreNoPass() {
        var errors = ErrorDifference.of(arm(6, 20, 0, () -> 1_000), withErrors(4));

        assertThat(errors.result()).isEqualTo(Result.INCONCLUSIVE);
    }

    /** Failed results were taken as the next baseline. */
    @Test
    void keptn1263AFailedResultNeverBecomesTheBaseline() {
        assertThat(Stream.of(Verdict.REGRESSED, Verdict.INCONCLUSIVE, Verdict.UNCHANGED)
                        .map(verdict -> GuardSetting.maySetGuards(verdict, true, 100)))
                .containsOnly(false);
        assertThat(GuardSetting.maySetGuards(Verdict.IMPROVED, false, 79)).isFalse();
        assertThat(GuardSetting.maySetGuards(Verdict.IMPROVED, false, 80)).isTrue();
        assertThat(GuardSetting.maySetGuards(Verdict.IMPROVED, true, 0)).isTrue();
    }

    /** Warnings, each a little worse than the last and within tolerance, moved the baseline until all passed (also #2224). */
    @Test
    void keptn2388ManySmallStepsNoneOfThemAFailureDoNotMoveTheGuards() {
        var rates = Map.of(Profiles.BASELINE, Guarding.RATE);
        var guards = Guarding.setting().ceilings(baseline(arm(100, 60, 25, 100, 0.3)), rates);
        List<Ceiling> first = guards;

        for (int step = 1; step <= 10; step++) {
            var creeping = baseline(arm(100 + step, 60, 25, 100 * Math.pow(1.05, step), 0.3));
            guards = after(guards, Guarding.setting().ceilings(creeping, rates));
        }

        assertThat(guards).containsExactlyElementsOf(first);
        assertThat(Guarding.judged(guards, baseline(arm(999, 60, 25, 100 * Math.pow(1.05, 10), 0.3)))
                        .result())
                .isEqualTo(GuardResult.REGRESSED);
    }

    /** The query for the values failed, and the gate passed. */
    @Test
    void keptn6096MissingDataIsNeverAPass() {
        var guards = List.of(Guarding.guard(Metric.P95_MS, 1_000_000), Guarding.guard(Metric.ERROR_RATE, 1));

        var verdict = Guarding.judge().judge(guards, new Profiles(Map.of()), Map.of());

        assertThat(verdict.result()).isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(verdict.checks()).extracting(GuardCheck::result).containsOnly(GuardResult.INCONCLUSIVE);
    }

    /** No objectives: a score of 100 and a pass. */
    @Test
    void keptn9198NothingAskedIsNothingPassed() {
        assertThat(Guarding.judged(List.of(), baseline(arm(1, 60, 25, 100, 0.3)))
                        .result())
                .isEqualTo(GuardResult.INCONCLUSIVE);
        assertThat(judge().judge(NOTHING_ASKED, baseline(arm(1, 60, 25, 100, 0.3)), baseline(arm(2, 60, 25, 50, 0.3)))
                        .objectivesMet())
                .isFalse();
    }

    /** What stands once a verified run has offered its ceilings. */
    private static List<Ceiling> after(List<Ceiling> standing, List<Ceiling> offered) {
        var set = GuardSetting.against(standing, offered).set();
        return standing.stream()
                .map(guard -> set.stream()
                        .filter(offer -> offer.guardsTheSameAs(guard))
                        .findFirst()
                        .orElse(guard))
                .toList();
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
