package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyStateTests {
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void steadySeriesIsKeptWhole() {
        assertThat(SteadyState.firstSteady(noisy(40, i -> 100))).isLessThanOrEqualTo(2);
    }

    @Test
    void warmUpThatDecaysIsCutWhereItEnds() {
        double[] series = noisy(60, i -> 100 + 400 * Math.exp(-i / 3.0));

        assertThat(SteadyState.firstSteady(series)).isBetween(6, 16);
    }

    @Test
    void slowFirstSecondsAreCutExactly() {
        double[] series = noisy(30, i -> i < 5 ? 900 : 100);

        assertThat(SteadyState.firstSteady(series)).isBetween(5, 7);
    }

    @Test
    void lateSpikeTakesNothingAwayButAThird() {
        double[] series = noisy(30, i -> i == 25 ? 5_000 : 100);

        assertThat(SteadyState.firstSteady(series)).isLessThanOrEqualTo(10);
    }

    @Test
    void seriesThatNeverSettlesLosesAThirdAtMost() {
        assertThat(SteadyState.firstSteady(
                        IntStream.range(0, 30).mapToDouble(i -> 1_000 - 30 * i).toArray()))
                .isBetween(8, 10);
    }

    @Test
    void shortSeriesAreTakenAsTheyAre() {
        assertThat(SteadyState.firstSteady(new double[0])).isZero();
        assertThat(SteadyState.firstSteady(new double[] {5})).isZero();
    }

    private double[] noisy(int seconds, java.util.function.IntToDoubleFunction mean) {
        return IntStream.range(0, seconds)
                .mapToDouble(i -> mean.applyAsDouble(i) * (0.95 + random.nextDouble() / 10))
                .toArray();
    }
}
