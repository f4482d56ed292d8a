package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.NoiseFloor.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an environment does by itself breaks no guard; what is beyond it does. */
class GuardNoiseTests {
    private static final int SERVICES = 200;
    private static final double NOISE = 0.08;
    /** A tolerance that hides nothing. */
    private static final Limits TIGHT = new Limits(1, 0.01, 5, 20);

    @Test
    void aNoisyTargetThatDidNotChangeKeepsItsGuards() {
        assertThat(broken(1, new Noise(NOISE, 10)))
                .as("each bound is a 95 % one")
                .isLessThanOrEqualTo(SERVICES / 20);
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
        var bounds = new Bounds(new SplittableRandom(4), floor(new Noise(NOISE, 10)));
        var service = new SimulatedService(new SplittableRandom(5), NOISE);
        var one = service.profiles(60, 1).arm(Profiles.BASELINE, Profiles.ALL);
        var three = one.and(service.profiles(60, 1).arm(Profiles.BASELINE, Profiles.ALL))
                .and(service.profiles(60, 1).arm(Profiles.BASELINE, Profiles.ALL));

        assertThat(width(bounds, three)).isLessThan(width(bounds, one) * 0.8);
    }

    private static double width(Bounds bounds, Arm arm) {
        var bound = bounds.of(Profiles.BASELINE, Profiles.ALL, Metric.P95_MS, arm);
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
                    var guards = new GuardSetting(bounds, TIGHT)
                            .ceilings(service.profiles(60, 1), Map.of(Profiles.BASELINE, 25.0));
                    return new GuardJudge(bounds, TIGHT)
                                    .judge(guards, service.profiles(60, slowdown), Map.of(Profiles.BASELINE, 25.0))
                                    .result()
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
