package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.load.LoadResult.StressStep;
import dev.perfloop.load.checks.Check.State;
import dev.perfloop.load.checks.Look;
import dev.perfloop.load.checks.Reading;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Objectives.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StressWordsTests {
    private static final LoadShape SHAPE =
            new LoadShape(LoadProfile.STRESS, 120, null, 0, 30, new LaunchSpec.Stress(40, 120, 10));
    private static final List<StressStep> STEPS = List.of(step(40, 40, 50), step(80, 80, 240), step(120, 90, 1_900));

    @Test
    void breakingPointIsToldWithWhatHeld() {
        assertThat(StressWords.breakingPoint(SHAPE, result(120.0)).words())
                .isEqualTo(
                        "At 120 arrivals a second: 90 answers a second, 0.0 % of them errors, p95 1900 ms. It held 80.");
        assertThat(StressWords.breakingPoint(SHAPE, result(40.0)).words()).contains("the first step");
    }

    @Test
    void targetThatHeldSaysWhereTheClimbEnded() {
        var capped = new LoadShape(LoadProfile.STRESS, 120, 240.0, 0, 30, SHAPE.stress());

        assertThat(StressWords.breakingPoint(SHAPE, result(null)).words())
                .isEqualTo("It held all steps up to 120 arrivals a second.");
        assertThat(StressWords.breakingPoint(capped, result(null)).words()).contains("guards.maxRate");
    }

    @Test
    void objectiveBreaksAtItsFirstStep() {
        var objective = new Objective(null, Duration.ofMillis(200), null, null, null);
        var loose = new Objective(null, Duration.ofSeconds(9), null, 0.01, null);
        var none = new Objective(null, null, null, null, null);

        assertThat(StressWords.objective(objective, result(120.0)).words())
                .isEqualTo("Broken from 80 arrivals a second on: p95 240 ms instead of 200 ms.");
        assertThat(StressWords.objective(loose, result(120.0)).state()).isEqualTo(State.FINE);
        assertThat(StressWords.objective(none, result(120.0)).state()).isEqualTo(State.NOT_LOOKED_AT);
    }

    @Test
    void saturationIsLookedForAroundTheBreak() {
        Instant start = Recorded.START;
        List<Reading> readings = IntStream.range(0, 30)
                .mapToObj(s -> new Reading(
                        start.plusSeconds(s), new Look.NotNow<>(), new Look.NotNow<>(), new Look.NotNow<>()))
                .toList();

        assertThat(StressWords.atTheBreak(
                        SHAPE, new Measurement(start, start.plusSeconds(30), false, result(120.0)), readings))
                .extracting(Reading::at)
                .startsWith(start.plusSeconds(10))
                .endsWith(start.plusSeconds(29));
        assertThat(StressWords.atTheBreak(
                        SHAPE, new Measurement(start, start.plusSeconds(30), false, result(null)), readings))
                .extracting(Reading::at)
                .startsWith(start.plusSeconds(20));
    }

    private static StressStep step(double rate, double throughput, double p95) {
        return new StressStep(rate, new Figures(p95 / 2, p95, p95 * 2, p95 / 2, p95 * 3, throughput, 0, 400));
    }

    private static LoadResult result(@Nullable Double breaking) {
        return new LoadResult(STEPS.getFirst().figures(), Map.of(), 0.1, 80, 80, 1, 30, STEPS, breaking);
    }
}
