package dev.perfloop.load.checks;

import static dev.perfloop.load.checks.Around.memory;
import static dev.perfloop.load.checks.Around.services;
import static dev.perfloop.load.checks.Around.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.load.checks.Check.State;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftsTests {
    private static final double MIB = 1 << 20;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void latencyThatKeepsItsLevelIsFine() {
        assertThat(latency(noisy(600, i -> 100)).state()).isEqualTo(State.FINE);
    }

    @Test
    void latencyThatCreepsUpwardsIsSaid() {
        Check check = latency(noisy(600, i -> 100 + i / 10.0));

        assertThat(check.state()).isEqualTo(State.NOTED);
        assertThat(check.words()).startsWith("It rose by");
    }

    @Test
    void creepOfAFewPercentIsNothingToActUpon() {
        assertThat(latency(noisy(600, i -> 100 + i / 200.0)).state()).isEqualTo(State.FINE);
    }

    @Test
    void sawtoothOfACollectorIsNoLeak() {
        List<Reading> readings = services(150, i -> memory((200 + 15 * (i % 10)) * MIB));

        assertThat(memoryCheck(readings).state()).isEqualTo(State.FINE);
    }

    @Test
    void floorOfTheSawtoothThatRisesIsALeak() {
        List<Reading> readings = services(150, i -> memory((200 + 15 * (i % 10) + i) * MIB));

        Check check = memoryCheck(readings);

        assertThat(check.state()).isEqualTo(State.NOTED);
        assertThat(check.words()).contains("look for what is kept");
    }

    @Test
    void memoryThatNobodyTellsWasNotLookedAt() {
        assertThat(memoryCheck(services(150, i -> started(null))).state()).isEqualTo(State.NOT_LOOKED_AT);
        assertThat(memoryCheck(Around.blind("No metrics.")).words()).isEqualTo("No metrics.");
        assertThat(memoryCheck(services(12, i -> memory(MIB))).words()).contains("let soak last longer");
    }

    @Test
    void queueThatGrowsUnderAnOpenModelHasNoSteadyState() {
        Check check = Steadiness.check(noisy(30, i -> 100 + 50 * i), 10);

        assertThat(check.state()).isEqualTo(State.NOTED);
        assertThat(check.words()).startsWith("None: ").contains("More may arrive than the service can answer.");
    }

    @Test
    void levelledLatencyIsSteady() {
        assertThat(Steadiness.check(noisy(30, i -> 100), 4))
                .isEqualTo(
                        new Check("Steady state", State.FINE, "Reached; 4 s more than the planned warm-up were cut."));
        assertThat(Steadiness.check(noisy(3_600, i -> 100), 0).state()).isEqualTo(State.FINE);
    }

    @Test
    void fewSecondsDoNotTellWhetherTheyAreSteady() {
        assertThat(Steadiness.check(noisy(9, i -> 100), 0).state()).isEqualTo(State.NOT_LOOKED_AT);
    }

    private static Check latency(double[] seconds) {
        return Drifts.checks(seconds, List.of()).getFirst();
    }

    private static Check memoryCheck(List<Reading> readings) {
        return Drifts.checks(new double[0], readings).getLast();
    }

    private double[] noisy(int seconds, IntToDoubleFunction mean) {
        return IntStream.range(0, seconds)
                .mapToDouble(i -> mean.applyAsDouble(i) * (0.9 + random.nextDouble() / 5))
                .toArray();
    }
}
