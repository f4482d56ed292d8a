package dev.perfloop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.trend.Point;
import dev.perfloop.trend.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShiftTests {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final int HOURS = 35 * 24;

    @Test
    void aLevelThatIsOffForMoreThanADayHasChanged() {
        assertThat(shift(ago -> ago <= 36 ? 1.5 : 1)).contains(Shift.ROSE);
        assertThat(shift(ago -> ago <= 36 ? 0.6 : 1)).contains(Shift.FELL);
    }

    @Test
    void whatIsNoisyOrDailyHasNotChanged() {
        assertThat(shift(ago -> 1)).isEmpty();
    }

    @Test
    void whatCameAndWentOrHasBeenSoForLongHasNotLatelyChanged() {
        assertThat(shift(ago -> ago <= 24 ? 1.5 : 1)).isEmpty();
        assertThat(shift(ago -> ago <= 42 && ago > 37 ? 1.5 : 1)).isEmpty();
        assertThat(shift(ago -> ago <= 20 * 24 ? 1.5 : 1)).isEmpty();
    }

    @Test
    void withoutAPastThereIsNoChange() {
        assertThat(Shift.of(Series.of(List.of()), NOW, ZoneOffset.UTC)).isEmpty();
    }

    /** A day's wave with 3 % of noise, times a factor. */
    private static Optional<Shift> shift(IntToDoubleFunction factorHoursAgo) {
        var random = new SplittableRandom(7);
        List<Point> points = new ArrayList<>();
        for (int ago = HOURS; ago >= 1; ago--) {
            double wave = 100 + 40 * Math.sin(2 * Math.PI * ago / 24);
            points.add(new Point(
                    NOW.minus(Duration.ofHours(ago)),
                    wave * (1 + 0.03 * random.nextDouble(-1, 1)) * factorHoursAgo.applyAsDouble(ago)));
        }
        return Shift.of(Series.of(points), NOW, ZoneOffset.UTC).map(Shift.Found::change);
    }
}
