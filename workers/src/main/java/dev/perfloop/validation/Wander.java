package dev.perfloop.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much a latency wanders within one load test: what the thirds of the test differ by beyond what the chance of single
 * responses explains. Where a machine is shared its speed comes and goes on all scales, and then neighbouring stretches of time
 * differ by as much whether they last for seconds or for minutes: the flicker floor of Allan, "Statistics of atomic frequency
 * standards", Proceedings of the IEEE 54 (1966). So a test tells how restless the next one will be.
 */
final class Wander {
    private static final int PARTS = 3;
    private static final int SHORTEST_SECONDS = 5;
    /** From the first third to the last. */
    private static final double FALLS_BEHIND = Math.log(2);

    private Wander() {}

    /**
     * {@link Noise#NONE} when the thirds are too small to tell, and when the latency climbed from each to the next and doubled: a service
     * that falls behind its arrivals does so on the calmest machine.
     */
    static Noise of(Metric metric, Block block) {
        var thirds = thirds(block);
        if (!thirds.stream().allMatch(third -> tells(metric, third))) {
            return Noise.NONE;
        }
        double[] logs =
                thirds.stream().mapToDouble(third -> Math.log(metric.of(third))).toArray();
        if (climbs(logs) && logs[PARTS - 1] - logs[0] >= FALLS_BEHIND) {
            return Noise.NONE;
        }
        double byChance = thirds.stream()
                .mapToDouble(third -> byChance(metric, third))
                .average()
                .orElse(0);
        return new Noise(Math.sqrt(Math.max(0, StatUtils.variance(logs) - byChance)), PARTS - 1);
    }

    private static boolean climbs(double[] values) {
        return Arrays.equals(values, Arrays.stream(values).sorted().toArray());
    }

    private static boolean tells(Metric metric, Tally third) {
        return third.seconds() >= SHORTEST_SECONDS
                && third.requests() >= metric.fewestRequests() / 2
                && metric.of(third) > 0;
    }

    /**
     * Variance of the quantile's logarithm if each response stood for itself: the quantiles one standard error of the share apart, after
     * Woodruff, "Confidence intervals for medians and other position measures", Journal of the American Statistical Association
     * 47 (1952).
     */
    private static double byChance(Metric metric, Tally third) {
        double share = metric.share();
        double off = Math.sqrt(share * (1 - share) / third.requests());
        double ratio = third.quantile(Math.min(1, share + off)) / third.quantile(share - off);
        return Math.pow(Math.log(ratio) / 2, 2);
    }

    private static List<Tally> thirds(Block block) {
        var thirds = IntStream.range(0, PARTS).mapToObj(i -> new Tally()).toList();
        int seconds = block.seconds().size();
        IntStream.range(0, seconds)
                .forEach(
                        i -> thirds.get(i * PARTS / seconds).add(block.seconds().get(i)));
        return thirds;
    }
}
