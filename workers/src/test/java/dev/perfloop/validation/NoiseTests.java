package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.LIMITS;
import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoiseTests {
    private final Bootstrap bootstrap = new Bootstrap(new SplittableRandom(3));

    @Test
    void testsThatDifferOnlyByChanceShowHardlyAnyNoise() {
        var noise = Noise.within(Metric.P95_MS, sampled(100, 100, 100, 100, 100, 100));

        assertThat(noise.spread()).isLessThan(0.01);
        assertThat(noise.degrees()).isEqualTo(5);
    }

    @Test
    void testsThatDifferByATenthShowIt() {
        var noise = Noise.within(Metric.P50_MS, sampled(90, 110, 90, 110, 90, 110));

        assertThat(noise.spread()).isCloseTo(0.11, within(0.02));
    }

    @Test
    void pairsDoNotSeeADriftThatBothSidesShare() {
        var before = sampled(100, 110, 121, 133);
        var after = sampled(100, 110, 121, 133);

        assertThat(Noise.within(Metric.P95_MS, before).spread()).isGreaterThan(0.1);
        assertThat(Noise.ofPairs(Metric.P95_MS, before, after).spread()).isLessThan(0.02);
    }

    @Test
    void oneTestTellsNothing() {
        assertThat(Noise.within(Metric.P95_MS, sampled(100))).isEqualTo(Noise.NONE);
    }

    @Test
    void whatIsKnownBetterWeighsMore() {
        var both = new Noise(0.1, 18).and(new Noise(0.02, 2));

        assertThat(both.degrees()).isEqualTo(20);
        assertThat(both.spread()).isBetween(0.094, 0.096);
    }

    @Test
    void aGuessFadesTheMoreTestsSpeakForThemselves() {
        assertThat(Noise.UNKNOWN.unlessBelied(new Noise(0.01, 3)).degrees()).isEqualTo(9);
        assertThat(Noise.UNKNOWN.unlessBelied(new Noise(0.01, 18)).degrees()).isEqualTo(20);
        assertThat(new Noise(0.08, 6).unlessBelied(new Noise(0.02, 18)).spread())
                .isLessThan(0.035);
    }

    @Test
    void whatTestsShowIsNotTalkedDownByAGuessThatTheyBelie() {
        var seen = new Noise(0.2, 4);

        assertThat(Noise.UNKNOWN.unlessBelied(seen)).isEqualTo(new Noise(0.2, 7));
        assertThat(Noise.UNKNOWN.and(seen).spread()).as("talked down").isLessThan(0.15);
    }

    @Test
    void aGuessSteadiesWhatFewTestsShowByChance() {
        assertThat(Noise.UNKNOWN.unlessBelied(new Noise(0.03, 2)).degrees()).isEqualTo(8);
        assertThat(Noise.UNKNOWN.unlessBelied(Noise.NONE)).isEqualTo(Noise.UNKNOWN);
        assertThat(Noise.NONE.unlessBelied(new Noise(0.03, 2))).isEqualTo(new Noise(0.03, 2));
    }

    @Test
    void whatShowsAPartOfTheNoiseOnlyRaisesIt() {
        assertThat(Noise.UNKNOWN.atLeast(new Noise(0.2, 4))).isEqualTo(new Noise(0.2, 7));
        assertThat(Noise.UNKNOWN.atLeast(new Noise(0.001, 40))).isEqualTo(Noise.UNKNOWN);
        assertThat(Noise.UNKNOWN.atLeast(Noise.NONE)).isEqualTo(Noise.UNKNOWN);
    }

    @Test
    void whatIsHeldLooselyGivesWayToWhatTestsShowLater() {
        assertThat(new Noise(0.2, 80).heldLoosely()).isEqualTo(new Noise(0.2, 6));
        assertThat(new Noise(0.2, 4).heldLoosely()).isEqualTo(new Noise(0.2, 4));
    }

    @Test
    void ofTwoSidesTheCalmerTellsOfTheMachine() {
        var calm = new Noise(0.01, 2);

        assertThat(calm.inCommonWith(new Noise(0.5, 2))).isEqualTo(calm);
        assertThat(new Noise(0.5, 2).inCommonWith(calm)).isEqualTo(calm);
        assertThat(new Noise(0.06, 2).inCommonWith(calm).degrees())
                .as("as chance may have it")
                .isEqualTo(4);
        assertThat(Noise.NONE.inCommonWith(calm)).isEqualTo(calm);
    }

    @Test
    void aNoisyTargetIsKnownByItsOwnTests() {
        var tests = IntStream.range(0, 6)
                .mapToObj(i -> baseline(arm(i, 60, 60, i % 2 == 0 ? 90 : 110, 0.3)))
                .toList();

        var calibration = Calibration.of(tests, bootstrap, LIMITS, percent -> {});

        assertThat(calibration.comparisons())
                .as("15 of one test with another, 15 of two with two")
                .isEqualTo(30);
        assertThat(calibration.falseAlarms()).isZero();
        assertThat(calibration
                        .floor()
                        .of(Profiles.BASELINE, Profiles.ALL, Metric.P95_MS)
                        .spread())
                .isGreaterThan(0.06);
    }

    private List<Sampled> sampled(double... medians) {
        return Stream.iterate(0, i -> i < medians.length, i -> i + 1)
                .flatMap(i -> arm(i, 60, 100, medians[i], 0.3).blocks().stream())
                .map(bootstrap::sample)
                .toList();
    }

    @Test
    void twoTestsOfTheRunItselfCountWhereNothingBetterIsKnown() {
        var key = new NoiseFloor.Key("BASELINE", "", Metric.P95_MS);
        var disturbed = Map.of(key, new Noise(0.5, 1));

        assertThat(NoiseFloor.UNMEASURED
                        .orElse(disturbed)
                        .of("PEAK", "history", Metric.P95_MS)
                        .spread())
                .as("of a profile and a request that they say nothing of")
                .isGreaterThan(0.15);
        assertThat(new NoiseFloor(Map.of(key, new Noise(0.03, 5)))
                        .orElse(disturbed)
                        .of("BASELINE", "", Metric.P95_MS)
                        .spread())
                .as("where a calibration knows it")
                .isEqualTo(0.03);
    }
}
