package dev.perfloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.bench.StepTimes.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StepTimesTests {
    @Test
    void aStepBeginsWhereTheOneBeforeItEnded() {
        var times = new StepTimes();
        times.begun(1, 1_000_000);
        times.reached(1, "Task_A", 3_000_000);
        times.reached(1, "Task_B", 4_500_000);
        times.acknowledged("Task_A", 2_000_000);

        assertThat(times.byElement())
                .containsExactly(
                        Map.entry("Task_A", new Step(List.of(2000L), List.of(2000L))),
                        Map.entry("Task_B", new Step(List.of(1500L), List.of())));
    }

    @Test
    void aStepOfAnInstanceThatIsNotOursIsNotCounted() {
        var times = new StepTimes();

        assertThat(times.reached(7, "Task_A", 1)).isFalse();
        assertThat(times.byElement()).isEmpty();
    }

    @Test
    void quantilesAreNearestRanks() {
        var times = Distribution.of(LongStream.rangeClosed(1, 100).map(i -> i * 1000));

        assertThat(times.quantile(0.5)).isEqualTo(50);
        assertThat(times.quantile(0.95)).isEqualTo(95);
        assertThat(times.quantile(1)).isEqualTo(100);
        assertThat(times.bars(new double[] {1, 50, 100})).containsExactly(49, 51);
    }
}
