package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.NoiseFloor.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an environment does by itself breaks no guard; what is beyond it does. */
class GuardNoiseTests {
    private static final int SERVICES = 100;
    private static final double NOISE = 0.08;
    /** A tolerance that hides nothing. */
    private static final Limits TIGHT = new Limits(1, 0.01, 5, 20);

    @Test
    void aNoisyTargetThatDidNotChangeKeepsItsGuards() {
        assertThat(broken(1, new Noise(NOISE, 10))).isLessThanOrEqualTo(SERVICES / 20);
    }

    @Test
    void withoutTheNoiseItWouldBreakThemByItself() {
        assertThat(broken(1, new Noise(0, 1000))).isGreaterThan(SERVICES / 8);
    }

    @Test
    void aTargetThatGotHalfAsSlowAgainBreaksThemAllTheSame() {
        assertThat(broken(1.5, new Noise(NOISE, 10))).isGreaterThan(SERVICES * 8 / 10);
    }

    @Test
    void moreTestsSeeMore() {
        assertThat(averageWidth(3)).isLessThan(averageWidth(1) * 0.8);
    }

    @Test
    void theMoreGuardsThereAreTheSurerEachMustBeBroken() {
        var bounds = new Bounds(new SplittableRandom(4), NoiseFloor.UNMEASURED);
        var now = new SimulatedService(new SplittableRandom(5), NOISE).profiles(60, 1);

        var one = bounds.now(now, Profiles.BASELINE, Profiles.ALL, Metric.P95_MS, 1);
        var oneOfTen = bounds.now(now, Profiles.BASELINE, Profiles.ALL, Metric.P95_MS, 10);

        assertThat(oneOfTen.low()).isLessThan(one.low());
        assertThat(oneOfTen.high()).isEqualTo(one.high());
    }

    @Test
    void aRestlessMachineWidensWhatIsHeldToAGuard() {
        var bounds = new Bounds(new SplittableRandom(4), NoiseFloor.UNMEASURED);
        var calm = Arm.of(Measured.block(100, 100, 100, 100));
        var restless = Arm.of(Measured.block(100, 100, 180, 100));

        assertThat(width(bounds, restless)).isGreaterThan(width(bounds, calm) * 3);
        assertThat(bounds.verified(Measured.baseline(restless), Profiles.BASELINE, Profiles.ALL, Metric.P95_MS))
                .as("and loosens no guard")
                .isLessThan(restless.quantile(0.95) * 1.5);
    }

    private static double averageWidth(int tests) {
        return IntStream.range(0, 20)
                .mapToDouble(seed -> {
                    var random = new SplittableRandom(seed);
                    var service = new SimulatedService(random, NOISE);
                    var arm = Stream.generate(() -> service.profiles(60, 1).arm(Profiles.BASELINE, Profiles.ALL))
                            .limit(tests)
                            .reduce(Arm.EMPTY, Arm::and);
                    return width(new Bounds(random, floor(new Noise(NOISE, 10))), arm);
                })
                .average()
                .orElseThrow();
    }

    private static double width(Bounds bounds, Arm arm) {
        var bound = bounds.now(Measured.baseline(arm), Profiles.BASELINE, Profiles.ALL, Metric.P95_MS, 1);
        return Math.log(bound.high() / bound.low());
    }

    /** How many services break guards that they set themselves. */
    private static long broken(double slowdown, Noise known) {
        return IntStream.range(0, SERVICES)
                .parallel()
                .filter(i -> {
                    var random = new SplittableRandom(i);
                    var service = new SimulatedService(random, NOISE);
                    var bounds = new Bounds(random, floor(known));
                    var guards = new GuardSetting(bounds, TIGHT).ceilings(service.profiles(60, 1), GateTrial.RATES);
                    return GateTrial.of(new GuardJudge(bounds, TIGHT), guards, () -> service.test(60, slowdown, false))
                            == GuardResult.REGRESSED;
                })
                .count();
    }

    private static NoiseFloor floor(Noise known) {
        Map<Key, Noise> all = new HashMap<>();
        List.of(Metric.values()).forEach(metric -> all.put(new Key(Profiles.BASELINE, Profiles.ALL, metric), known));
        return new NoiseFloor(all);
    }
}
