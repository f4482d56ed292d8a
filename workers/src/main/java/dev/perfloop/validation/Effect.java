package dev.perfloop.validation;

import java.util.List;

/**
 * How a metric moved, with intervals.
 *
 * @param pct       change in percent of before; negative is less
 * @param lowPct    lower bound of the interval by which a change is called sure
 * @param highPct   its upper bound
 * @param atLeastPct 99 % lower bound, by which a change is ruled out
 * @param atMostPct  99 % upper bound
 * @param tests      load tests on the side that has fewer
 */
record Effect(
        double before,
        double after,
        double pct,
        double lowPct,
        double highPct,
        double atLeastPct,
        double atMostPct,
        int tests) {
    private static final double RULED_OUT = 0.99;

    /**
     * A t-interval of the logarithm of after over before. Its variance is that of the resampled seconds and of the noise
     * between tests together.
     *
     * @param known of the noise before these tests
     * @param sure  one-sided confidence of the wide interval
     */
    static Effect of(Metric metric, List<Sampled> before, List<Sampled> after, Noise known, double sure) {
        double was = value(metric, before);
        double is = value(metric, after);
        int tests = Math.min(before.size(), after.size());
        if (!isPositive(metric, before) || !isPositive(metric, after)) {
            double pct = was == is ? 0 : was <= 0 ? 100 : 100 * (is - was) / was;
            double low = Math.min(pct, 0);
            double high = Math.max(pct, 0);
            return new Effect(was, is, pct, low, high, low, high, tests);
        }
        var noise = metric.isLatency() ? known.unlessBelied(seen(metric, before, after)) : new Noise(0, 1);
        var uncertainty = Uncertainty.of(
                Uncertainty.ofSeconds(metric, before) + Uncertainty.ofSeconds(metric, after),
                seconds(before) + seconds(after) - 2.0,
                noise,
                1.0 / before.size() + 1.0 / after.size());
        double centre = Math.log(is / was);
        double wide = uncertainty.halfWidth(sure);
        double narrow = uncertainty.halfWidth(RULED_OUT);
        return new Effect(
                was,
                is,
                pct(centre),
                pct(centre - wide),
                pct(centre + wide),
                pct(centre - narrow),
                pct(centre + narrow),
                tests);
    }

    private static Noise seen(Metric metric, List<Sampled> before, List<Sampled> after) {
        return before.size() == after.size() && before.size() > 1
                ? Noise.ofPairs(metric, before, after)
                : Noise.within(metric, before).and(Noise.within(metric, after));
    }

    /** The geometric mean of the tests, as effects are ratios. */
    private static double value(Metric metric, List<Sampled> side) {
        return isPositive(metric, side)
                ? Math.exp(side.stream()
                        .mapToDouble(it -> it.log(metric))
                        .average()
                        .orElse(0))
                : side.stream().mapToDouble(it -> it.value(metric)).average().orElse(0);
    }

    private static boolean isPositive(Metric metric, List<Sampled> side) {
        return !side.isEmpty() && side.stream().allMatch(it -> it.value(metric) > 0);
    }

    private static int seconds(List<Sampled> side) {
        return side.stream().mapToInt(it -> it.block().seconds().size()).sum();
    }

    private static double pct(double log) {
        return 100 * Math.expm1(log);
    }
}
