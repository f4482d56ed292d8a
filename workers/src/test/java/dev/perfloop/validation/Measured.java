package dev.perfloop.validation;

import dev.perfloop.target.Objectives;
import dev.perfloop.target.Objectives.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** The words of these tests: invented measurements with known properties. */
final class Measured {
    static final Limits LIMITS = new Limits(10, 5, 5, 20);
    static final Objectives NOTHING_ASKED = new Objectives(new Objective(null, null, null, null, null), Map.of());

    private Measured() {}

    static ComparisonJudge judge() {
        return new ComparisonJudge(new Bootstrap(new SplittableRandom(1)), NoiseFloor.UNMEASURED, LIMITS);
    }

    static Objectives p95Below(long millis) {
        return new Objectives(new Objective(null, Duration.ofMillis(millis), null, null, null), Map.of());
    }

    /** Latencies around a median, in milliseconds, log-normal with that spread (0.3 is a calm service). */
    static Arm arm(long seed, int seconds, int perSecond, double medianMs, double spread) {
        var random = new SplittableRandom(seed);
        return arm(seconds, perSecond, 0, () -> Math.round(1000 * medianMs * Math.exp(spread * gaussian(random))));
    }

    static Arm arm(int seconds, int perSecond, int errorsPerSecond, LongSupplier micros) {
        List<Second> all = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            var histogram = new Histogram(3);
            for (int i = 0; i < perSecond; i++) {
                histogram.recordValue(micros.getAsLong());
            }
            all.add(Second.of(perSecond, errorsPerSecond, histogram));
        }
        return Arm.of(new Block(all));
    }

    /** A test whose median moves every 20 s. */
    static Block block(int perSecond, double... mediansMs) {
        return new Block(IntStream.range(0, mediansMs.length)
                .mapToObj(i -> arm(i, 20, perSecond, mediansMs[i], 0.3))
                .flatMap(arm -> arm.seconds().stream())
                .toList());
    }

    static Profiles baseline(Arm all) {
        return new Profiles(Map.of(Profiles.BASELINE, Map.of(Profiles.ALL, all)));
    }

    private static double gaussian(RandomGenerator random) {
        return random.nextGaussian();
    }
}
