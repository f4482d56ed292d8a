package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.trend.Band.Basis;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BaselineTests {
    private static final Instant MONDAY = Instant.parse("2026-02-02T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private final SplittableRandom random = new SplittableRandom(21);

    @Test
    void knowsTheHourOfTheWeek() {
        var baseline = Baseline.of(weeks(4, BaselineTests::season), ZONE);

        var busy = baseline.at(Instant.parse("2026-03-03T10:30:00Z")).orElseThrow();
        var night = baseline.at(Instant.parse("2026-03-03T03:30:00Z")).orElseThrow();
        var sunday = baseline.at(Instant.parse("2026-03-08T10:30:00Z")).orElseThrow();

        assertThat(busy.basis()).isEqualTo(Basis.HOUR_OF_WEEK);
        assertThat(busy.days()).isEqualTo(4);
        assertThat(busy.mid()).isCloseTo(200, within(6.0));
        assertThat(night.mid()).isCloseTo(100, within(3.0));
        assertThat(sunday.mid()).isCloseTo(100, within(3.0));
        assertThat(busy.high()).isBetween(220.0, 250.0);
        assertThat(night.contains(200)).isFalse();
        assertThat(busy.contains(200)).isTrue();
    }

    @Test
    void fallsBackToTheHourOfTheDayAndSaysSo() {
        var baseline = Baseline.of(between(MONDAY, MONDAY.plus(Duration.ofDays(5)), BaselineTests::season), ZONE);

        var band = baseline.at(Instant.parse("2026-03-03T10:30:00Z")).orElseThrow();

        assertThat(band.basis()).isEqualTo(Basis.HOUR_OF_DAY);
        assertThat(band.mid()).isCloseTo(200, within(6.0));
    }

    @Test
    void fallsBackToAllHoursOfAShortPast() {
        var baseline = Baseline.of(between(MONDAY, MONDAY.plus(Duration.ofHours(30)), it -> 50), ZONE);

        var band = baseline.at(MONDAY.plus(Duration.ofDays(20))).orElseThrow();

        assertThat(band.basis()).isEqualTo(Basis.ALL);
        assertThat(band.days()).isEqualTo(2);
    }

    @Test
    void hasNoneWithoutAPast() {
        assertThat(Baseline.of(Series.of(List.of()), ZONE).at(MONDAY)).isEmpty();
        assertThat(Baseline.coverage(Series.of(List.of()), ZONE, BaselineSettings.DEFAULT))
                .isEmpty();
        assertThat(Baseline.of(between(MONDAY, MONDAY.plusSeconds(3000), it -> 50), ZONE)
                        .at(MONDAY))
                .as("ten values")
                .isEmpty();
    }

    @Test
    void anIncidentOfThePastDoesNotCount() {
        var incident = MONDAY.plus(Duration.ofDays(8)).plus(Duration.ofHours(9));
        var past = weeks(4, BaselineTests::season)
                .map(it -> !it.at().isBefore(incident) && it.at().isBefore(incident.plus(Duration.ofHours(5)))
                        ? it.value() * 20
                        : it.value());

        var band = Baseline.of(past, ZONE)
                .at(Instant.parse("2026-03-03T10:30:00Z"))
                .orElseThrow();

        assertThat(band.mid()).isCloseTo(200, within(12.0));
        assertThat(band.high()).isLessThan(300);
    }

    @Test
    void newerWeeksCountMore() {
        var old = between(MONDAY, MONDAY.plus(Duration.ofDays(28)), it -> 100);
        var recent = between(MONDAY.plus(Duration.ofDays(28)), MONDAY.plus(Duration.ofDays(49)), it -> 150);
        List<Point> all = new ArrayList<>(old.points());
        all.addAll(recent.points());

        var band = Baseline.of(Series.of(all), ZONE, new BaselineSettings(Duration.ofDays(7), 3, 12, 0.01))
                .at(MONDAY.plus(Duration.ofDays(50)))
                .orElseThrow();

        assertThat(band.mid()).as("three weeks against four").isCloseTo(150, within(5.0));
    }

    @Test
    void aLongTailMakesTheUpperSideWider() {
        var past = weeks(4, it -> 50).map(it -> it.value() * Math.exp(Math.abs(random.nextGaussian()) * 0.5));

        var band = Baseline.of(past, ZONE).at(MONDAY.plus(Duration.ofDays(30))).orElseThrow();

        assertThat(band.above()).isGreaterThan(band.below() * 1.2);
    }

    @Test
    void aTimeVariesInProportionAndWhatIsOftenZeroByDifference() {
        var times = Baseline.of(weeks(4, it -> 50), ZONE).at(MONDAY).orElseThrow();
        var errors = Baseline.of(weeks(4, it -> random.nextInt(10) == 0 ? 1 : 0), ZONE)
                .at(MONDAY)
                .orElseThrow();

        assertThat(times.scale()).isEqualTo(Scale.LOGARITHMIC);
        assertThat(times.deviation(100)).isCloseTo(-times.deviation(25), within(4.0));
        assertThat(times.deviation(0)).isEqualTo(-1e6);
        assertThat(errors.scale()).isEqualTo(Scale.LINEAR);
        assertThat(errors.deviation(1)).as("one is one step").isLessThan(3);
        assertThat(errors.deviation(20)).isGreaterThan(10);
    }

    @Test
    void localTimeMakesTheSeasonInSummerTimeToo() {
        var berlin = ZoneId.of("Europe/Berlin");
        var winter = weeks(4, utc -> season(utc.plusHours(1)));
        var summerMorning = Instant.parse("2026-03-31T06:30:00Z");

        assertThat(Baseline.of(winter, berlin).at(summerMorning).orElseThrow().mid())
                .as("half past eight in Berlin")
                .isCloseTo(200, within(6.0));
        assertThat(Baseline.of(winter, ZONE).at(summerMorning).orElseThrow().mid())
                .isCloseTo(100, within(6.0));
    }

    @Test
    void saysHowMuchOfAPastItDidNotKnowItWouldHaveCovered() {
        var coverage = Baseline.coverage(weeks(5, BaselineTests::season), ZONE, BaselineSettings.DEFAULT)
                .orElseThrow();

        assertThat(coverage.heldOut()).isEqualTo(Duration.ofDays(7));
        assertThat(coverage.share()).isBetween(0.985, 1.0);

        var doubled = weeks(5, BaselineTests::season)
                .map(it -> it.at().isAfter(MONDAY.plus(Duration.ofDays(31))) ? 2 * it.value() : it.value());
        assertThat(Baseline.coverage(doubled, ZONE, BaselineSettings.DEFAULT)
                        .orElseThrow()
                        .share())
                .as("twice as much since the middle of the week")
                .isBetween(0.3, 0.7);
    }

    @Test
    void standsInForAThresholdThatNobodySet() {
        var baseline = Baseline.of(weeks(4, BaselineTests::season), ZONE);

        var threshold =
                baseline.threshold(Threshold.Side.ABOVE, Duration.ofMinutes(10)).orElseThrow();

        assertThat(threshold.limit()).as("the busiest hour is no breach").isBetween(215.0, 270.0);
        assertThat(threshold.openAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Baseline.of(Series.of(List.of()), ZONE).threshold(Threshold.Side.ABOVE, Duration.ZERO))
                .isEmpty();
    }

    private Series weeks(int weeks, ToDoubleFunction<LocalDateTime> level) {
        return between(MONDAY, MONDAY.plus(Duration.ofDays(7L * weeks)), level);
    }

    /** Every five minutes, with 5 % noise. */
    private Series between(Instant from, Instant to, ToDoubleFunction<LocalDateTime> level) {
        List<Point> points = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(Duration.ofMinutes(5))) {
            var local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            points.add(new Point(at, level.applyAsDouble(local) * (1 + 0.05 * random.nextGaussian())));
        }
        return Series.of(points);
    }

    /** Twice as much in the working hours of a weekday. */
    private static double season(LocalDateTime local) {
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && local.getHour() >= 8 && local.getHour() < 18 ? 200 : 100;
    }
}
