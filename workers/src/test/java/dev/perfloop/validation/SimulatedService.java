package dev.perfloop.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * Load tests of a service that does not exist, with the noise that real ones have: heavy tails, slow seconds in a row, pauses, drift,
 * and tests that differ from each other for no reason.
 */
final class SimulatedService {
    /** How noisy; each comparison draws its own. */
    private record Nature(
            int rate,
            double spread,
            double tailShare,
            double tailIndex,
            double slowness,
            double persistence,
            double pauses,
            double between,
            double driftATest) {

        static Nature of(RandomGenerator random) {
            return new Nature(
                    random.nextInt(40, 201),
                    random.nextDouble(0.3, 0.8),
                    random.nextDouble(0, 0.02),
                    random.nextDouble(1.8, 3),
                    random.nextDouble(0.01, 0.08),
                    random.nextDouble(0, 0.8),
                    random.nextDouble(0, 0.005),
                    random.nextDouble(0, 0.025),
                    random.nextDouble(-0.01, 0.01));
        }

        Nature withNoise(double noise) {
            return new Nature(rate, spread, tailShare, tailIndex, slowness, persistence, pauses, noise, 0);
        }
    }

    private static final List<String> REQUESTS = List.of("list", "show", "search", "save");
    private final RandomGenerator random;
    private final Nature nature;
    private int tests;

    SimulatedService(RandomGenerator random) {
        this.random = random;
        this.nature = Nature.of(random);
    }

    /** @param between standard deviation of the logarithm from one test to the next; there is no drift then */
    SimulatedService(RandomGenerator random, double between) {
        this.random = random;
        this.nature = Nature.of(random).withNoise(between);
    }

    /** One test under the baseline profile. */
    Profiles profiles(int seconds, double slowdown) {
        Map<String, Arm> arms = new TreeMap<>();
        test(seconds, slowdown, false).forEach((request, block) -> arms.put(request, Arm.of(block)));
        return new Profiles(Map.of(Profiles.BASELINE, arms));
    }

    /**
     * @param slowdown 1.05 makes latencies 5 % longer
     * @param tailOnly only the slower half of them
     */
    Map<String, Block> test(int seconds, double slowdown, boolean tailOnly) {
        double level = Math.exp(nature.between * random.nextGaussian() + nature.driftATest * tests++);
        Map<String, List<Second>> measured = new TreeMap<>();
        double slow = 0;
        int pause = 0;
        for (int second = 0; second < seconds; second++) {
            slow = nature.persistence * slow + nature.slowness * random.nextGaussian();
            pause = pause > 0 ? pause - 1 : random.nextDouble() < nature.pauses ? random.nextInt(1, 4) : 0;
            double now = level * Math.exp(slow) * (pause > 0 ? 3 : 1);
            for (int i = 0; i < REQUESTS.size(); i++) {
                measured.computeIfAbsent(REQUESTS.get(i), r -> new ArrayList<>())
                        .add(second(now * 10 * (i + 1), slowdown, tailOnly));
            }
        }
        Map<String, Block> blocks = new TreeMap<>();
        measured.forEach((request, its) -> blocks.put(request, new Block(its)));
        blocks.put(Profiles.ALL, together(measured, seconds));
        return blocks;
    }

    private static Block together(Map<String, List<Second>> measured, int seconds) {
        List<Second> all = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            int at = second;
            all.add(Second.together(
                    measured.values().stream().map(it -> it.get(at)).toList()));
        }
        return new Block(all);
    }

    private Second second(double medianMs, double slowdown, boolean tailOnly) {
        var histogram = new Histogram(3);
        int requests = poisson(nature.rate / (double) REQUESTS.size());
        for (int i = 0; i < requests; i++) {
            double rank = random.nextGaussian();
            double tail = random.nextDouble() < nature.tailShare
                    ? Math.pow(1 - random.nextDouble(), -1 / nature.tailIndex) * 3
                    : 1;
            double by = !tailOnly || rank > 0 || tail > 1 ? slowdown : 1;
            histogram.recordValue(
                    Math.min(60_000_000, Math.round(1000 * medianMs * Math.exp(nature.spread * rank) * tail * by)));
        }
        return Second.of(requests, 0, histogram);
    }

    /** After Knuth, The Art of Computer Programming, volume 2, 3.4.1. */
    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
