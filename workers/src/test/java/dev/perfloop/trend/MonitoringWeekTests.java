package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A few of the weeks that {@link MonitoringWeekBenchmark} judges by the dozen. */
class MonitoringWeekTests {
    private static final List<WeekJudgement> WEEKS = MonitoringWeekBenchmark.judge(1, 4);

    @Test
    void regressionsAreTold() {
        assertThat(MonitoringWeekBenchmark.recall(WEEKS, it -> true).value()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatIsToldIsSo() {
        assertThat(MonitoringWeekBenchmark.precision(WEEKS, it -> true).value()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aWeekIsWhatItsSeedSays() {
        assertThat(new SimulatedWeek(1).series).isEqualTo(new SimulatedWeek(1).series);
    }
}
