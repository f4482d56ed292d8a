package dev.perfloop.validation;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a verdict can see of a target: the smallest change of a latency that it would call sure in nine of ten cases.
 *
 * @param spreadPct   how much the latency differs between alike tests, standard deviation in percent
 * @param byOnePct    smallest effect that one test a side would show; byTwoPct and byThreePct of two and three
 */
record Resolution(double spreadPct, double byOnePct, double byTwoPct, double byThreePct) {
    private static final double POWER = 0.9;

    /**
     * @param tests alike ones
     * @param seen  the noise that these showed
     * @param floor what a verdict will take for known
     * @param sure  one-sided confidence by which it calls an effect sure
     */
    static Resolution of(Metric metric, List<Sampled> tests, Noise seen, Noise floor, double sure) {
        double ofSeconds = tests.stream()
                .mapToDouble(it -> it.logVariance(metric))
                .average()
                .orElse(0);
        int seconds =
                tests.stream().mapToInt(it -> it.block().seconds().size()).min().orElse(0);
        return new Resolution(
                100 * Math.expm1(seen.spread()),
                smallest(1, ofSeconds, seconds, floor, sure),
                smallest(2, ofSeconds, seconds, floor, sure),
                smallest(3, ofSeconds, seconds, floor, sure));
    }

    /** As in {@link Effect#of}, with tests to come that are as noisy as those that were. */
    private static double smallest(int tests, double ofSeconds, int seconds, Noise floor, double sure) {
        var noise = floor.and(new Noise(floor.spread(), tests - 1));
        double bySeconds = 2 * ofSeconds / tests;
        double byTests = 2 * noise.variance() / tests;
        double variance = Math.max(1e-12, bySeconds + byTests);
        double degrees = variance
                * variance
                / Math.max(
                        1e-30,
                        bySeconds * bySeconds / Math.max(2, 2 * tests * seconds - 2)
                                + byTests * byTests / noise.degrees());
        var t = new TDistribution(null, Math.max(2, degrees));
        return 100
                * Math.expm1((t.inverseCumulativeProbability(sure) + t.inverseCumulativeProbability(POWER))
                        * Math.sqrt(variance));
    }
}
