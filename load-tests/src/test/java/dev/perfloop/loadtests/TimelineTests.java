package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTests {
    private static final long MS = 1_000_000;

    /** 40 a second: one each 25 ms, 2 s warm-up, 5 s measured. */
    private final Timeline timeline =
            new Timeline(new Schedule(Specs.of("http://localhost:1", Specs.get("r", 1, "/"))), 1_000_000, 0);

    @Test
    void stallOfTheGeneratorIsChargedFromWhenTheRequestWasDue() {
        timeline.start(0, false, 100 * MS);

        assertThat(timeline.start(1, false, 425 * MS)).isEqualTo(125 * MS);
    }

    @Test
    void jitterOfTimersIsNotCharged() {
        timeline.start(0, false, 100 * MS);

        assertThat(timeline.start(1, false, 130 * MS)).isEqualTo(130 * MS);
    }

    @Test
    void waitingForOthersIsChargedHoweverShort() {
        timeline.start(0, false, 100 * MS);

        assertThat(timeline.start(1, true, 130 * MS)).isEqualTo(125 * MS);
    }

    @Test
    void lateFirstArrivalDoesNotMakeTheOthersEarly() {
        timeline.start(0, false, 180 * MS);
        timeline.start(1, false, 125 * MS);

        assertThat(timeline.start(2, false, 300 * MS)).as("due at 150").isEqualTo(150 * MS);
        assertThat(timeline.startedAtMillis()).isEqualTo(1_000_100);
    }

    @Test
    void effectiveRateCountsTheMeasuredPartOnly() {
        for (int arrival = 0; arrival < 280; arrival++) {
            timeline.start(arrival, false, arrival * 25 * MS);
        }

        assertThat(timeline.effectiveRate(7_500 * MS)).isEqualTo(40);
    }
}
