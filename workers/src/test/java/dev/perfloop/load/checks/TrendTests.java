package dev.perfloop.load.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTests {
    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void slopeIsTheMedianOfAllSlopesWhateverOneOutlierSays() {
        double[] series = IntStream.range(0, 20).mapToDouble(i -> 3 * i).toArray();
        series[10] = 10_000;

        Trend trend = Trend.of(series);

        assertThat(trend.slope()).isCloseTo(3, within(1e-9));
        assertThat(trend.change()).isCloseTo(57, within(1e-9));
        assertThat(trend.isSignificant()).isTrue();
    }

    /** S = 43 of 45 pairs: z = 42 / sqrt(125) by hand. */
    @Test
    void scoreIsThatOfMannAndKendall() {
        Trend trend = Trend.of(1, 2, 3, 4, 5, 6, 7, 8, 10, 9);

        assertThat(trend.z()).isCloseTo(42 / Math.sqrt(125), within(1e-9));
    }

    @Test
    void noiseIsSeldomATrendEvenWhenItIsCorrelated() {
        int alarms = 0;
        for (int run = 0; run < 1_000; run++) {
            var series = new double[30];
            double last = 0;
            for (int i = 0; i < series.length; i++) {
                last = 0.4 * last + random.nextDouble() - 0.5;
                series[i] = 100 + last;
            }
            alarms += Trend.of(series).isSignificant() ? 1 : 0;
        }

        assertThat(alarms).isLessThanOrEqualTo(40);
    }

    @Test
    void tooFewValuesHaveNoTrend() {
        assertThat(Trend.of(1, 2, 3, 4, 5, 6, 7, 8, 9).isSignificant()).isFalse();
    }

    @Test
    void constantSeriesHasNoTrend() {
        assertThat(Trend.of(new double[30]).z()).isZero();
    }
}
