package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTests {
    @Test
    void constantRateSpacesArrivalsEvenly() {
        var schedule = new Schedule(Specs.of("http://localhost:1", Specs.get("r", 1, "/")));

        assertThat(schedule.offsetMillis(0)).isZero();
        assertThat(schedule.offsetMillis(1)).isEqualTo(25);
        assertThat(schedule.offsetMillis(80)).isEqualTo(2_000);
        assertThat(schedule.offsetMillis(279)).isEqualTo(6_975);
        assertThat(schedule.offeredRate()).isEqualTo(40);
        assertThat(schedule.totalSeconds()).isEqualTo(7);
        assertThat(schedule.measuredSeconds()).isEqualTo(5);
    }

    @Test
    void highRateIsClimbedToBeforeItIsMeasured() {
        var schedule = new Schedule(Specs.constant(2_000, 9, 5));

        assertThat(schedule.totalSeconds()).isEqualTo(14);
        assertThat(schedule.offeredRate()).isCloseTo(2_000, within(1.0));
        int climbed = (500 + 2_000) / 2 * 6;
        assertThat(schedule.offsetMillis(500)).as("the first second is slow").isBetween(800, 1_000);
        assertThat(schedule.offsetMillis(climbed)).isCloseTo(6_000, within(2));
        assertThat(schedule.offsetMillis(climbed + 2_000)).isCloseTo(7_000, within(2));
    }

    @Test
    void rateThatAColdGeneratorKeepsUpWithIsNot() {
        var schedule = new Schedule(Specs.constant(Schedule.CLIMB_ABOVE, 9, 5));

        assertThat(schedule.offsetMillis(500)).isEqualTo(1_000);
    }

    @Test
    void stressClimbsInEqualStepsToItsLastRate() {
        var schedule = new Schedule(Specs.stress(10, 40, 2, 1, 8));

        assertThat(schedule.totalSeconds()).isEqualTo(9);
        assertThat(schedule.offeredRate()).isCloseTo((10 + 20 + 30 + 40) / 4.0, within(0.2));
        assertThat(schedule.injection()).hasSize(5);
    }
}
