package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.trend.Forecast.AlreadyThere;
import dev.perfloop.trend.Forecast.NoTrend;
import dev.perfloop.trend.Forecast.NotWithinHorizon;
import dev.perfloop.trend.Forecast.Reached;
import dev.perfloop.trend.Forecast.Refused;
import dev.perfloop.trend.Threshold.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastingTests {
    private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
    private static final Forecasting DISK = new Forecasting(100, Side.ABOVE, Duration.ofDays(30));
    private final SplittableRandom random = new SplittableRandom(34);

    @Test
    void saysWhenADiskIsFull() {
        var forecast = DISK.of(days(20, day -> 40 + 2 * day), day(20));

        assertThat(forecast).isInstanceOfSatisfying(Reached.class, it -> {
            assertThat(it.likely()).isBetween(day(29.5), day(30.5));
            assertThat(it.earliest()).isBefore(it.likely()).isAfter(day(27));
            assertThat(it.latest()).isAfter(it.likely()).isBefore(day(34));
            assertThat(it.slope().perDay()).isCloseTo(2, within(0.1));
        });
    }

    @Test
    void saysWhenFreeConnectionsRunOut() {
        var forecast = new Forecasting(0, Side.BELOW, Duration.ofDays(30)).of(days(20, day -> 60 - 2 * day), day(20));

        assertThat(forecast)
                .isInstanceOfSatisfying(
                        Reached.class, it -> assertThat(it.likely()).isBetween(day(29), day(31)));
    }

    @Test
    void reachesNoFurtherThanItsHorizon() {
        assertThat(DISK.of(days(20, day -> 40 + 0.5 * day), day(20)))
                .isInstanceOfSatisfying(
                        NotWithinHorizon.class, it -> assertThat(it.horizon()).isEqualTo(day(50)));
        assertThat(new Forecasting(1000, Side.ABOVE, Duration.ofDays(3000)).of(days(20, day -> 40 + 2 * day), day(20)))
                .as("four times what was seen")
                .isInstanceOfSatisfying(
                        NotWithinHorizon.class, it -> assertThat(it.horizon()).isBetween(day(92), day(101)));
    }

    @Test
    void takesNeitherNoiseNorSeasonForGrowth() {
        assertThat(DISK.of(days(20, day -> 40), day(20))).isInstanceOf(NoTrend.class);
        assertThat(DISK.of(days(20, day -> 40 - 2 * day), day(20))).isInstanceOf(NoTrend.class);
        assertThat(DISK.of(days(6, day -> 40 - 20 * Math.sin(2 * Math.PI * day)), day(6)))
                .as("hours of a daily course")
                .isInstanceOf(NoTrend.class);
    }

    @Test
    void noiseIsSeldomTakenForGrowth() {
        long trends = IntStream.range(0, 200)
                .filter(i -> !(DISK.of(days(20, day -> 40), day(20)) instanceof NoTrend))
                .count();

        assertThat(trends).as("of 200, with 97.5 percent on this side").isLessThanOrEqualTo(16);
    }

    @Test
    void aWildValueDoesNotMoveIt() {
        var wild = days(20, day -> 40 + 2 * day).map(it -> it.at().equals(day(5)) ? 1e6 : it.value());

        assertThat(DISK.of(wild, day(20)))
                .isInstanceOfSatisfying(
                        Reached.class, it -> assertThat(it.likely()).isBetween(day(29.5), day(30.5)));
    }

    @Test
    void refusesAGappySeries() {
        var gappy = days(20, day -> 40 + 2 * day)
                .only(it -> it.at().isBefore(day(6)) || it.at().isAfter(day(15)));

        assertThat(DISK.of(gappy, day(20)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.why()).contains("days are missing"));
    }

    @Test
    void refusesAShortSeries() {
        assertThat(DISK.of(days(0.25, day -> 40 + 20 * day), day(0.25)))
                .isEqualTo(new Refused("There are 6 hours of data: a forecast needs 8"));
        assertThat(DISK.of(Series.of(List.of()), day(1))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhereNothingIsCollectedAnyMore() {
        assertThat(DISK.of(days(20, day -> 40 + 2 * day), day(27)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.why()).contains("Nothing was collected since"));
    }

    @Test
    void countsOnlyWhatCameAfterACleanUp() {
        DoubleUnaryOperator cleaned = day -> day < 15 ? 40 + 3 * day : 20 + 2 * (day - 15);

        assertThat(DISK.of(days(20, cleaned), day(20)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.why()).contains("jumped").contains("needs 8"));
        assertThat(DISK.of(days(30, cleaned), day(30)))
                .isInstanceOfSatisfying(
                        Reached.class, it -> assertThat(it.likely()).isBetween(day(53), day(57)));
    }

    @Test
    void saysWhenItIsTooLate() {
        assertThat(DISK.of(days(20, day -> 90 + 2 * day), day(20)))
                .isInstanceOfSatisfying(
                        AlreadyThere.class, it -> assertThat(it.level()).isCloseTo(130, within(2.0)));
    }

    /** Every quarter of an hour, with noise of 0.5. */
    private Series days(double days, DoubleUnaryOperator level) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < days * 96; i++) {
            points.add(new Point(
                    START.plus(Duration.ofMinutes(15L * i)),
                    level.applyAsDouble(i / 96.0) + 0.5 * random.nextGaussian()));
        }
        return Series.of(points);
    }

    private static Instant day(double day) {
        return START.plusSeconds((long) (86_400 * day));
    }
}
