package dev.perfloop.load;

import static dev.perfloop.load.Recorded.START;
import static dev.perfloop.load.Recorded.launch;
import static dev.perfloop.load.Recorded.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.load.gatling.RecordedSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTests {
    private static final LoadShape BASELINE = new LoadShape(LoadProfile.BASELINE, 40, null, 10, 30, null);

    @Test
    void onlyWholeSecondsBetweenWarmUpAndLastArrivalCount() {
        var recorded = new ArrayList<RecordedSecond>();
        for (int s = 0; s < 45; s++) {
            recorded.add(second(s, "list", 0, s < 10 ? 900 : s >= 40 ? 5_000 : 100, 100));
        }

        Measurement measurement = Measurement.of(BASELINE, recorded, launch(10_400, 40_400), 10);

        assertThat(measurement.steadyFrom()).isEqualTo(START.plusSeconds(11));
        assertThat(measurement.steadyTo()).isEqualTo(START.plusSeconds(40));
        assertThat(measurement.result().steadySeconds()).isEqualTo(29);
        assertThat(measurement.result().all().count()).isEqualTo(58);
        assertThat(measurement.result().all().maxMs()).isCloseTo(100, within(0.2));
        assertThat(measurement.result().all().throughput()).isEqualTo(2);
    }

    @Test
    void warmUpThatLastsLongerThanPlannedIsCut() {
        var recorded = new ArrayList<RecordedSecond>();
        for (int s = 0; s < 40; s++) {
            recorded.add(second(s, "list", 0, s < 15 ? 900 : 100 + s % 3));
        }

        Measurement measurement = Measurement.of(BASELINE, recorded, launch(10_000, 40_000), 10);

        assertThat(measurement.steadyFrom()).isEqualTo(START.plusSeconds(15));
        assertThat(measurement.result().steadySeconds()).isEqualTo(25);
        assertThat(measurement.result().all().p99Ms()).isLessThan(110);
    }

    @Test
    void histogramsOfSecondsAndRequestsAreMergedExactly() {
        var recorded = new ArrayList<RecordedSecond>();
        for (int s = 0; s < 30; s++) {
            recorded.add(second(s, "fast", 0, 10, 10, 10));
            recorded.add(second(s, "slow", 1, 1_000));
        }

        LoadResult result =
                Measurement.of(BASELINE, recorded, launch(0, 30_000), 10).result();

        assertThat(result.all().p50Ms()).isCloseTo(10, within(0.02));
        assertThat(result.all().p95Ms()).isCloseTo(1_000, within(1.0));
        assertThat(result.all().errorRate()).isEqualTo(0.25);
        assertThat(result.requests()).containsOnlyKeys("fast", "slow");
        assertThat(result.requests().values()).extracting(Figures::count).containsExactly(90L, 30L);
    }

    @Test
    void secondsWithoutResponsesLowerTheThroughput() {
        var recorded = List.of(second(0, "list", 0, 10, 10), second(1, "list", 0), second(2, "list", 0, 10, 10));

        LoadResult result =
                Measurement.of(BASELINE, recorded, launch(0, 4_000), 10).result();

        assertThat(result.all().throughput()).isEqualTo(1);
    }

    @Test
    void stressTellsTheRateAtWhichTheTargetBroke() {
        var shape = new LoadShape(LoadProfile.STRESS, 6, null, 0, 6, new LaunchSpec.Stress(2, 6, 2));
        var recorded = new ArrayList<RecordedSecond>();
        for (int s = 0; s < 6; s++) {
            double[] answered = new double[s < 2 ? 2 : s < 4 ? 4 : 3];
            java.util.Arrays.fill(answered, 50);
            recorded.add(second(s, "list", 0, answered));
        }

        LoadResult result =
                Measurement.of(shape, recorded, launch(0, 6_000), 10).result();

        assertThat(result.steps()).extracting(LoadResult.StressStep::rate).containsExactly(2.0, 4.0, 6.0);
        assertThat(result.breakingRate()).isEqualTo(6);
    }

    @Test
    void testThatBrokeOffIsMeasuredToItsLastSecondsEvenInTheWarmUp() {
        var recorded = new ArrayList<RecordedSecond>();
        for (int s = 0; s < 16; s++) {
            recorded.add(second(s, "list", s < 4 ? 0 : 2, s < 4 ? 100 : 5_000, s < 4 ? 100 : 5_000));
        }
        String reason = "more than 80 % of requests failed for 10 s";

        Measurement inWarmUp =
                Measurement.of(BASELINE, recorded, launch(14_000, 14_000, 0, 0.1, 0, 32, List.of(), reason), 10);
        Measurement later =
                Measurement.of(BASELINE, recorded, launch(2_000, 16_000, 40, 0.1, 0, 32, List.of(), reason), 10);

        assertThat(inWarmUp.steadyFrom()).isEqualTo(START.plusSeconds(4));
        assertThat(inWarmUp.result().steadySeconds()).isEqualTo(10);
        assertThat(inWarmUp.result().all().errorRate()).isEqualTo(1);
        assertThat(later.steadyFrom()).as("no second is cut as warm-up").isEqualTo(START.plusSeconds(2));
        assertThat(later.result().all().count()).isEqualTo(28);
    }

    @Test
    void testWithoutAnySecondHasFiguresOfNothing() {
        LoadResult result =
                Measurement.of(BASELINE, List.of(), launch(10_000, 5_000), 10).result();

        assertThat(result.all().count()).isZero();
        assertThat(result.requests()).isEqualTo(Map.of());
        assertThat(result.steadySeconds()).isZero();
    }
}
