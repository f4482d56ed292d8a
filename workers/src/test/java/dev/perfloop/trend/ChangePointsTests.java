package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointsTests {
    @Test
    void fewerThanThreeValuesTellNothing() {
        assertThat(ChangePoints.of(new double[] {}, ChangePointSettings.DEFAULT))
                .isEmpty();
        assertThat(ChangePoints.of(new double[] {1, 100}, ChangePointSettings.DEFAULT))
                .isEmpty();
        assertThat(ChangePoints.of(new double[] {1, 1, 100}, ChangePointSettings.DEFAULT))
                .singleElement()
                .matches(it -> it.index() == 2);
    }

    @Test
    void aConstantDoesNotChange() {
        double[] tenths = new double[400];
        Arrays.fill(tenths, 0.1);

        assertThat(ChangePoints.of(tenths, ChangePointSettings.DEFAULT)).isEmpty();
    }

    @Test
    void noiseAloneHardlyEverChanges() {
        var random = new SplittableRandom(5);
        long points = IntStream.range(0, 50)
                .mapToLong(i -> ChangePoints.of(noise(random, 200, 100, 10), ChangePointSettings.DEFAULT)
                        .size())
                .sum();

        assertThat(points).as("in 10,000 values").isLessThanOrEqualTo(60);
    }

    @Test
    void findsAStepWhereItIs() {
        var random = new SplittableRandom(8);
        double[] values = noise(random, 300, 100, 5);
        for (int i = 170; i < 300; i++) {
            values[i] += 20;
        }

        var points = ChangePoints.of(values, ChangePointSettings.DEFAULT.withMinMagnitude(0.1));

        assertThat(points).last().satisfies(it -> {
            assertThat(it.index()).isBetween(169, 171);
            assertThat(it.change()).isCloseTo(0.2, within(0.02));
            assertThat(it.before().spread()).isCloseTo(5, within(1.0));
            assertThat(it.after().count()).isEqualTo(300 - it.index());
        });
    }

    @Test
    void smallerThanAskedForIsNone() {
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            values[i] = (i < 30 ? 100 : 104) + i % 2;
        }

        assertThat(ChangePoints.of(values, ChangePointSettings.DEFAULT)).hasSize(1);
        assertThat(ChangePoints.of(values, ChangePointSettings.DEFAULT.withMinMagnitude(0.05)))
                .isEmpty();
    }

    @Test
    void appendingGivesWhatTheWholeGives() {
        var random = new SplittableRandom(13);
        double[] values = noise(random, 700, 50, 3);
        for (int i = 0; i < values.length; i++) {
            values[i] += 8 * (i / 90 % 3);
        }
        var growing = new ChangePoints(ChangePointSettings.DEFAULT);

        for (int i = 0; i < values.length; i++) {
            var found = growing.append(values[i]).found();
            if (i % 10 == 0) {
                var whole = ChangePoints.of(Arrays.copyOf(values, i + 1), ChangePointSettings.DEFAULT);
                assertThat(settled(found, i)).isEqualTo(settled(whole, i));
            }
        }
        assertThat(growing.found()).hasSizeGreaterThan(4);
    }

    /** Without the windows that are still filling. */
    private static List<Integer> settled(List<ChangePoint> points, int size) {
        return points.stream()
                .map(ChangePoint::index)
                .filter(it -> it < size - 2 * ChangePointSettings.DEFAULT.window())
                .toList();
    }

    @Test
    void wildValuesAtTheEndDoNotHideAChangeSeenBefore() {
        double[] shifted = {2.02, 2.03, 2.01, 2.04, 1.82, 1.85, 1.79, 1.81, 1.80, 1.76, 1.78};
        var growing = new ChangePoints(ChangePointSettings.DEFAULT).append(shifted);

        assertThat(growing.found()).hasSize(1);
        assertThat(growing.append(33, 46).found().getFirst().index()).isEqualTo(4);
    }

    /** With the sample's variance the test is the textbook's; ours takes the values at hand for all there is. */
    @Test
    void theTestIsStudents() {
        double[] before = {10.1, 9.8, 10.4, 10.0, 9.9, 10.2};
        double[] after = {10.4, 10.6, 10.2, 10.7, 10.5};
        var was = asSample(Level.of(before, 0, 6));
        var is = asSample(Level.of(after, 0, 5));

        assertThat(TTest.p(was, is))
                .isCloseTo(
                        new org.apache.commons.math3.stat.inference.TTest().homoscedasticTTest(before, after),
                        within(1e-9));
    }

    private static Level asSample(Level level) {
        return new Level(level.count(), level.mean(), level.squares() * level.count() / (level.count() - 1));
    }

    @Test
    void aGapIsNoValue() {
        assertThatThrownBy(() -> new ChangePoints(ChangePointSettings.DEFAULT).append(1, Double.NaN))
                .hasMessageContaining("gaps");
        assertThatThrownBy(() -> new ChangePointSettings(2, 0.001, 0)).hasMessageContaining("window");
    }

    static double[] noise(RandomGenerator random, int count, double level, double spread) {
        return IntStream.range(0, count)
                .mapToDouble(i -> level + spread * random.nextGaussian())
                .toArray();
    }
}
