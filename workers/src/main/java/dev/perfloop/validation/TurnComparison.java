package dev.perfloop.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * The verdict's statistics for two things that were timed in turns: intervals by the moving-block bootstrap, over blocks of
 * neighbouring calls as elsewhere over seconds, for the median and for the tail.
 */
public final class TurnComparison {
    /** The answer, whatever is slower being what took longer. */
    public enum Verdict {
        A_FASTER,
        B_FASTER,
        /** One surely has the better median, the other surely the better tail. */
        TRADE_OFF,
        NO_RELEVANT_DIFFERENCE,
        INCONCLUSIVE
    }

    /**
     * How a quantile of B differs from that of A.
     *
     * @param quantile as a person says it
     * @param pct      percent of A; negative when B is faster; lowPct to highPct is its 99 % interval
     */
    public record Difference(
            String quantile, double aMillis, double bMillis, double pct, double lowPct, double highPct) {}

    /** @param moreRounds how many more rounds an inconclusive answer still needs, as an estimate; else 0 */
    public record Answer(Verdict verdict, int moreRounds, List<Difference> differences) {}

    private TurnComparison() {}

    /**
     * @param a           microseconds of each call, a block at a time; as many blocks as in {@code b}
     * @param relevantPct a difference that is smaller does not matter
     */
    public static Answer compare(List<long[]> a, List<long[]> b, double relevantPct, long seed) {
        var before = arm(a);
        var after = arm(b);
        var bootstrap = new Bootstrap(new SplittableRandom(seed));
        List<Difference> differences = new ArrayList<>();
        for (Metric metric : List.of(Metric.P50_MS, Metric.P95_MS)) {
            if (Math.min(before.requests(), after.requests()) >= metric.fewestRequests()) {
                var effect = bootstrap.effect(metric, before, after);
                differences.add(new Difference(
                        metric.label(),
                        effect.before(),
                        effect.after(),
                        effect.pct(),
                        effect.lowPct(),
                        effect.highPct()));
            }
        }
        return answer(differences, relevantPct, a.size());
    }

    private static Answer answer(List<Difference> differences, double relevantPct, int rounds) {
        if (differences.size() < 2) {
            return new Answer(Verdict.INCONCLUSIVE, rounds, differences);
        }
        boolean none = differences.stream().allMatch(d -> d.lowPct() > -relevantPct && d.highPct() < relevantPct);
        boolean bFaster = differences.stream().anyMatch(d -> d.highPct() < 0);
        boolean aFaster = differences.stream().anyMatch(d -> d.lowPct() > 0);
        if (none) {
            return new Answer(Verdict.NO_RELEVANT_DIFFERENCE, 0, differences);
        }
        if (aFaster && bFaster) {
            return new Answer(Verdict.TRADE_OFF, 0, differences);
        }
        return aFaster || bFaster
                ? new Answer(aFaster ? Verdict.A_FASTER : Verdict.B_FASTER, 0, differences)
                : new Answer(Verdict.INCONCLUSIVE, moreRounds(differences, relevantPct, rounds), differences);
    }

    /** The interval narrows with the square root of the rounds; wanted is a half width of the relevant difference. */
    private static int moreRounds(List<Difference> differences, double relevantPct, int rounds) {
        double widest = differences.stream()
                .mapToDouble(d -> (d.highPct() - d.lowPct()) / 2)
                .max()
                .orElse(relevantPct);
        return Math.max(rounds / 2, (int) Math.ceil(rounds * (Math.pow(widest / relevantPct, 2) - 1)));
    }

    private static Arm arm(List<long[]> blocks) {
        return new Arm(blocks.stream()
                .map(block -> {
                    var histogram = new Histogram(3);
                    Arrays.stream(block).forEach(micros -> histogram.recordValue(Math.max(1, micros)));
                    return Second.of(block.length, 0, histogram);
                })
                .toList());
    }
}
