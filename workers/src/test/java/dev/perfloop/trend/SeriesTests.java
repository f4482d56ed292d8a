package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void isInOrderAndWithoutWhatIsNoNumber() {
        var series = Series.of(List.of(
                new Point(NOON.plusSeconds(60), 2),
                new Point(NOON.plusSeconds(30), Double.NaN),
                new Point(NOON, 1),
                new Point(NOON.plusSeconds(60), 3)));

        assertThat(series.points()).containsExactly(new Point(NOON, 1), new Point(NOON.plusSeconds(60), 3));
    }

    @Test
    void aGapStaysAGap() {
        double none = Double.NaN;
        var series = Series.of(NOON, MINUTE, 1, 100, 3, none, none, none, 8, 9, 7, 4, none, none);

        assertThat(series.medians(Duration.ofMinutes(3)).points())
                .as("the last stretch holds one of the usual three")
                .containsExactly(new Point(NOON, 3), new Point(NOON.plusSeconds(360), 8));
    }

    @Test
    void stretchesBeginAtRoundTimes() {
        var series = Series.of(NOON.plusSeconds(120), MINUTE, 1, 2, 3, 4, 5, 6);

        assertThat(series.medians(Duration.ofMinutes(5)).points())
                .containsExactly(new Point(NOON, 2), new Point(NOON.plusSeconds(300), 5));
    }

    @Test
    void betweenExcludesItsEnd() {
        var series = Series.of(NOON, MINUTE, 1, 2, 3);

        assertThat(series.between(NOON.plusSeconds(60), NOON.plusSeconds(120)).values())
                .containsExactly(2);
        assertThat(series.span()).isEqualTo(Duration.ofMinutes(2));
    }
}
