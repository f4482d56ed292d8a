package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdWatchTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Threshold HIGH =
            Threshold.above(100).withHysteresis(20).lasting(Duration.ofMinutes(3), Duration.ofMinutes(2));

    @Test
    void opensOnlyAfterItLastedAndClosesOnlyAfterItRecovered() {
        var breaches = over(HIGH, 90, 110, 120, 130, 125, 70, 60, 50, 90);

        assertThat(breaches).containsExactly(new Breach(minute(1), minute(4), minute(7), 130));
    }

    @Test
    void aShortExcursionRaisesNothing() {
        assertThat(over(HIGH, 90, 110, 120, 90, 110, 120, 90)).isEmpty();
    }

    @Test
    void theLimitItselfIsWithinBounds() {
        assertThat(over(Threshold.above(100), 100, 100)).isEmpty();
        assertThat(over(Threshold.below(100), 100, 100)).isEmpty();
        assertThat(over(Threshold.below(100), 99)).hasSize(1);
    }

    @Test
    void betweenTheLimitAndTheHysteresisItStaysOpen() {
        var breaches = over(HIGH, 110, 110, 110, 110, 90, 90, 90, 90, 90);

        assertThat(breaches).singleElement().matches(Breach::isOpen);
    }

    @Test
    void aRecoveryThatDoesNotLastDoesNotClose() {
        var breaches = over(HIGH, 110, 110, 110, 110, 70, 70, 110, 70, 70, 90, 70, 70, 70);

        assertThat(breaches)
                .singleElement()
                .satisfies(it -> assertThat(it.closed()).isEqualTo(minute(12)));
    }

    @Test
    void nobodyKnowsWhatWasInAGap() {
        var series = Series.of(List.of(
                new Point(minute(0), 110),
                new Point(minute(30), 110),
                new Point(minute(31), 110),
                new Point(minute(33), 110),
                new Point(minute(60), 50),
                new Point(minute(90), 50),
                new Point(minute(92), 50)));

        assertThat(new ThresholdWatch(HIGH).over(series))
                .as("counted from after the gap, and open until the recovery was seen for long enough")
                .containsExactly(new Breach(minute(30), minute(33), minute(92), 110));
    }

    @Test
    void aClockSetBackBeginsTheCountAnew() {
        var watch = new ThresholdWatch(HIGH);
        var state = watch.next(WatchState.UNSEEN, minute(60), 110).state();

        var setBack = watch.next(state, minute(0), 110).state();

        assertThat(setBack).isEqualTo(new WatchState.Pending(minute(0), minute(0), 110));
        assertThat(watch.next(setBack, minute(3), 110).event()).isInstanceOf(WatchEvent.Opened.class);
    }

    @Test
    void aValueThatComesTwiceOrIsNoneChangesNothing() {
        var watch = new ThresholdWatch(HIGH);
        var state = watch.next(WatchState.UNSEEN, minute(0), 110).state();

        assertThat(watch.next(state, minute(0), 50).state()).isEqualTo(state);
        assertThat(watch.next(state, minute(1), Double.NaN).state()).isEqualTo(state);
    }

    /** Kept in a row between two cycles, the state gives the same breaches as the preview. */
    @Test
    void liveAndPreviewAreTheSame() {
        double[] values = {90, 110, 120, 130, 125, 70, 60, 50, 90, 140, 140, 140, 140, 20, 20, 20, 20};
        var watch = new ThresholdWatch(HIGH);
        List<Breach> live = new ArrayList<>();
        WatchState state = WatchState.UNSEEN;
        for (int i = 0; i < values.length; i++) {
            var step = watch.next(state, minute(i), values[i]);
            state = step.state();
            if (step.event() instanceof WatchEvent.Closed closed) {
                live.add(closed.breach());
            }
        }

        assertThat(live).hasSize(2).isEqualTo(over(HIGH, values));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> Threshold.above(Double.NaN)).hasMessageContaining("limit");
        assertThatThrownBy(() -> HIGH.withHysteresis(-1)).hasMessageContaining("hysteresis");
        assertThatThrownBy(() -> HIGH.lasting(Duration.ofMinutes(-1), Duration.ZERO))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> HIGH.withLongestGap(Duration.ZERO)).hasMessageContaining("gap");
    }

    private static List<Breach> over(Threshold threshold, double... values) {
        return new ThresholdWatch(threshold).over(Series.of(NOON, Duration.ofMinutes(1), values));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
