package dev.perfloop.alert;

import static dev.perfloop.alert.Watch.Phase.CALM;
import static dev.perfloop.alert.Watch.Phase.CLEARING;
import static dev.perfloop.alert.Watch.Phase.FIRING;
import static dev.perfloop.alert.Watch.Phase.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.alert.Threshold.Direction;
import dev.perfloop.alert.Threshold.From;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** One value a minute; the threshold wants two minutes. */
class WatchTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Threshold CPU =
            new Threshold(0.8, 0.95, Direction.ABOVE, Duration.ofMinutes(2), 0.1, From.DECISION);

    @Test
    void itFiresWhenItHasLastedAndRestsWhenItIsBackForAsLong() {
        assertThat(phases(CPU, 0.5, 0.85, 0.85, 0.85, 0.5, 0.5, 0.5))
                .containsExactly(CALM, PENDING, PENDING, FIRING, CLEARING, CLEARING, CALM);
    }

    @Test
    void aPeakIsNoAlert() {
        assertThat(phases(CPU, 0.99, 0.5, 0.99, 0.5)).containsExactly(PENDING, CALM, PENDING, CALM);
    }

    @Test
    void justBelowTheThresholdItDoesNotFlap() {
        assertThat(phases(CPU, 0.85, 0.85, 0.85, 0.79, 0.81, 0.75, 0.73, 0.71, 0.71, 0.71))
                .containsExactly(PENDING, PENDING, FIRING, FIRING, FIRING, FIRING, FIRING, CLEARING, CLEARING, CALM);
    }

    @Test
    void whatComesBackWhileItClearsGoesOnFiring() {
        assertThat(phases(CPU, 0.85, 0.85, 0.85, 0.5, 0.9, 0.5)).endsWith(CLEARING, FIRING, CLEARING);
    }

    @Test
    void itOnlyGetsWorseWhileItLasts() {
        var watch = new Watch(FIRING, Severity.WARNING, NOON)
                .next(CPU, 0.96, NOON, Duration.ZERO)
                .next(CPU, 0.85, NOON, Duration.ZERO);

        assertThat(watch.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void belowIsBeyondWhereLessIsWorse() {
        var hits = new Threshold(0.95, 0.8, Direction.BELOW, Duration.ZERO, 0.02, From.DECISION);

        assertThat(hits.severityOf(0.9)).contains(Severity.WARNING);
        assertThat(hits.severityOf(0.7)).contains(Severity.CRITICAL);
        assertThat(hits.severityOf(0.96)).isEmpty();
        assertThat(hits.isClear(0.96)).isFalse();
        assertThat(hits.isClear(0.97)).isTrue();
    }

    @Test
    void withoutATimeToLastItFiresAndRestsAtOnce() {
        var atOnce = new Threshold(1, 5, Direction.ABOVE, Duration.ZERO, 0, From.DECISION);

        assertThat(phases(atOnce, 2, 0.5)).containsExactly(FIRING, CALM);
    }

    /** Looks come a little early or late: five of them a minute apart are five minutes, even where the last one lacks 300 ms. */
    @Test
    void aLookThatComesAMomentTooEarlyDoesNotPutItOff() {
        var pending = new Watch(PENDING, Severity.WARNING, NOON);
        Instant early = NOON.plusMillis(119_700);

        assertThat(pending.next(CPU, 0.85, early, Duration.ofSeconds(30)).phase())
                .isEqualTo(FIRING);
        assertThat(pending.due(CPU, early))
                .as("it is not due before it is seen")
                .isEqualTo(early);
        assertThat(pending.due(CPU, NOON.plusSeconds(150))).isEqualTo(NOON.plusSeconds(120));
        assertThat(pending.next(CPU, 0.85, NOON.plusSeconds(60), Duration.ofSeconds(30))
                        .phase())
                .as("one cycle short is short")
                .isEqualTo(PENDING);
        assertThat(Watch.CALM.next(CPU, 0.85, NOON, Duration.ofMinutes(9)).phase())
                .as("one look is no time")
                .isEqualTo(PENDING);
    }

    private static List<Watch.Phase> phases(Threshold threshold, double... values) {
        var watch = new Watch[] {Watch.CALM};
        var minute = new int[1];
        return DoubleStream.of(values)
                .mapToObj(value -> {
                    watch[0] =
                            watch[0].next(threshold, value, NOON.plus(Duration.ofMinutes(minute[0]++)), Duration.ZERO);
                    return watch[0].phase();
                })
                .toList();
    }
}
