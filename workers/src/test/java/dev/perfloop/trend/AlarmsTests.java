package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.trend.Alarm.Reason;
import dev.perfloop.trend.Threshold.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class AlarmsTests {
    private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(28));
    private final SplittableRandom random = new SplittableRandom(89);
    private final Alarms alarms = Alarms.from(series(START, 28, hour -> 100), ZoneId.of("UTC"), Side.ABOVE);

    @Test
    void anOrdinaryWeekRaisesNone() {
        assertThat(over(7, hour -> 100)).isEmpty();
    }

    @Test
    void farOffForMinutesIsOne() {
        assertThat(over(2, hour -> hour >= 20 && hour < 21 ? 200 : 100))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reason()).isEqualTo(Reason.OUT_OF_BAND);
                    assertThat(it.since()).isEqualTo(hour(20));
                    assertThat(it.raised()).isEqualTo(hour(20).plusSeconds(600));
                    assertThat(it.until()).isEqualTo(hour(21).plusSeconds(1800));
                    assertThat(it.worst()).isGreaterThan(8);
                });
    }

    @Test
    void aLittleOffForLongerThanADayIsOne() {
        assertThat(over(5, hour -> hour >= 24 ? 108 : 100)).singleElement().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(Reason.LEVEL_SHIFT);
            assertThat(it.since()).isBetween(hour(23), hour(25));
            assertThat(it.raised()).isBetween(hour(53), hour(57));
        });
    }

    @Test
    void aDayThatIsUnlikeOthersIsNone() {
        assertThat(over(5, hour -> hour >= 24 && hour < 48 ? 108 : 100)).isEmpty();
    }

    @Test
    void betterIsNone() {
        assertThat(over(5, hour -> hour >= 24 ? 60 : 100)).isEmpty();
        assertThat(Alarms.from(series(START, 28, hour -> 100), ZoneId.of("UTC"), Side.BELOW)
                        .over(series(NOW, 2, hour -> hour >= 24 ? 60 : 100), List.of()))
                .as("unless less is worse")
                .hasSize(1);
    }

    @Test
    void coldMinutesAfterARestartAreNone() {
        DoubleUnaryOperator cold = hour -> hour >= 20 && hour < 20.25 ? 300 : 100;

        assertThat(alarms.over(series(NOW, 2, cold), List.of(hour(20)))).isEmpty();
        assertThat(over(2, cold)).hasSize(1);
    }

    private List<Alarm> over(int days, DoubleUnaryOperator level) {
        return alarms.over(series(NOW, days, level), List.of());
    }

    /** Every five minutes, by the hour since the beginning, with 5 % noise. */
    private Series series(Instant from, int days, DoubleUnaryOperator level) {
        double[] values = new double[days * 288];
        for (int i = 0; i < values.length; i++) {
            values[i] = level.applyAsDouble(i / 12.0) * (1 + 0.05 * random.nextGaussian());
        }
        return Series.of(from, Duration.ofMinutes(5), values);
    }

    private static Instant hour(int hour) {
        return NOW.plus(Duration.ofHours(hour));
    }
}
