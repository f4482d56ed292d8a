package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The series of Apache Otava's own tests; otava/README.md beside them says from where. */
class OtavaTests {
    private static final Map<String, double[]> SERIES = lines("series.csv")
            .map(line -> line.split(",", 2))
            .collect(Collectors.toMap(it -> it[0], it -> numbers(it[1])));

    record Case(String series, ChangePointSettings settings, List<Integer> points) {}

    static Stream<Case> cases() {
        return lines("points.csv")
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(it -> new Case(
                        it[0],
                        new ChangePointSettings(
                                Integer.parseInt(it[1]), Double.parseDouble(it[2]), Double.parseDouble(it[3])),
                        Arrays.stream(it[4].split(" "))
                                .filter(index -> !index.isEmpty())
                                .map(Integer::valueOf)
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsThePointsThatOtavaFinds(Case one) {
        assertThat(indexes(ChangePoints.of(series(one.series), one.settings))).isEqualTo(one.points);
    }

    /** Where windows are still filling, readers of weak p-values may see a point more; at Otava's own p-value nobody does. */
    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSamePointsWhenValuesComeOneByOne(Case one) {
        double[] values = series(one.series);
        var growing = new ChangePoints(one.settings);
        for (double value : values) {
            growing.append(value).found();
        }
        boolean isStrict = one.settings.maxP() <= 0.001;
        int settled = isStrict ? values.length : values.length - 2 * one.settings.window();

        assertThat(indexes(growing.found()).stream().filter(it -> it < settled).toList())
                .isEqualTo(one.points.stream().filter(it -> it < settled).toList());
    }

    @Test
    void survivesValuesThatAreZero() {
        var points = ChangePoints.of(series("from-zero"), ChangePointSettings.DEFAULT);

        assertThat(points).hasSize(2);
        assertThat(points.getFirst().index()).isEqualTo(3);
        assertThat(points.getFirst().change())
                .as("of nothing there is no share")
                .isZero();
        assertThat(points.getFirst().magnitude()).isEqualTo(1);
    }

    @Test
    void splitsOneWindowAsOftenAsItTells() {
        double[] values = series("three-levels");

        assertThat(new WeakPoints(values, 0.01).in(0, values.length)).containsExactly(5, 8);
    }

    /** As test_incremental_otava appends. */
    @Test
    void followsAppendedValues() {
        var one = new ChangePoints(ChangePointSettings.DEFAULT).append(series("series-1"));
        var two = new ChangePoints(ChangePointSettings.DEFAULT).append(series("series-2"));

        assertThat(indexes(one.append(0.5).found())).containsExactly(6);
        assertThat(indexes(two.append(1.97).found())).containsExactly(4);
        assertThat(indexes(one.append(0.51).found())).containsExactly(6);
        assertThat(indexes(two.append(33.33, 46.46).found())).containsExactly(4, 12);
    }

    /** The change that postgres_e2e_test.py expects: -5.6 % forward, 5.94 % backward, each within 0.2, and p below 0.001. */
    @Test
    void tellsTheSizeOfAChangeAsOtavaDoes() {
        var point = ChangePoints.of(series("cumulative-rate"), ChangePointSettings.DEFAULT)
                .getFirst();

        assertThat(100 * point.change()).isCloseTo(-5.6, within(0.2));
        assertThat(100 * point.magnitude()).isCloseTo(5.94, within(0.2));
        assertThat(point.pValue()).isLessThan(0.001);
    }

    /** The definition, sum by sum, as the slow twin in change_point_divisive_test.py has it. */
    @Test
    void theFastDivergenceIsTheDefinition() {
        double[] values = series("tigerbeetle");
        for (int from = 0; from < 60; from += 7) {
            var fast = Divergence.best(values, from, from + 40);
            double most = Double.NEGATIVE_INFINITY;
            int index = 0;
            for (int split = from + 1; split < from + 40; split++) {
                for (int end = split + 1; end <= from + 40; end++) {
                    double size = divergence(values, from, split, end);
                    if (size > most + 1e-6) {
                        most = size;
                        index = split;
                    }
                }
            }
            assertThat(fast.index()).isEqualTo(index);
            assertThat(fast.size()).isCloseTo(most, within(1e-6));
        }
    }

    private static double divergence(double[] values, int from, int split, int end) {
        double n = split - from;
        double m = end - split;
        double between = 0;
        double left = 0;
        double right = 0;
        for (int i = from; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                double distance = Math.abs(values[i] - values[j]);
                if (j < split) {
                    left += distance;
                } else if (i >= split) {
                    right += distance;
                } else {
                    between += distance;
                }
            }
        }
        double ofLeft = n > 1 ? 2 * left / n / (n - 1) : 0;
        double ofRight = m > 1 ? 2 * right / m / (m - 1) : 0;
        return n * m / (n + m) * (2 * between / n / m - ofLeft - ofRight);
    }

    private static List<Integer> indexes(List<ChangePoint> points) {
        return points.stream().map(ChangePoint::index).toList();
    }

    private static double[] series(String name) {
        return Objects.requireNonNull(SERIES.get(name), name);
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Stream<String> lines(String file) {
        try (var in = OtavaTests.class.getResourceAsStream("otava/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
