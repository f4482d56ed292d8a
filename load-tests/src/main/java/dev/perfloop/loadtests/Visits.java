package dev.perfloop.loadtests;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Makes the n-th visit. Its randomness depends on the seed and n only, not on thread timing: two runs of one spec offer
 * the same requests with the same values in the same order.
 */
final class Visits {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<String, Values> feeders = new HashMap<>();
    private final Picker requests;
    private final LongFunction<RandomGenerator> randomness;

    Visits(LoadSpec spec) {
        this(spec, n -> new SplittableRandom((spec.seed() + 1) * SPREAD ^ n));
    }

    Visits(LoadSpec spec, LongFunction<RandomGenerator> randomness) {
        this.randomness = randomness;
        Set<String> names = spec.feedersByName().keySet();
        spec.feedersByName().forEach((name, feeder) -> feeders.put(name, Values.of(name, feeder, names)));
        requests = Picker.weighted(
                spec.requests().stream().mapToDouble(LoadSpec.Request::weight).toArray());
        new Visit(0, 0, feeders, randomness.apply(0)).tryAll();
    }

    /** @param arrival 0 for the first */
    Visit visit(long arrival) {
        RandomGenerator random = randomness.apply(arrival);
        return new Visit(arrival, requests.pick(random), feeders, random);
    }
}
