package dev.perfloop.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * The verdict's statistics for two things that were timed in turns: intervals over resampled
 * blocks of neighbouring calls, as elsewhere over seconds, for the median and for the tail.
 */
public final class TurnComparison {
    /** One-sided, as sure as one metric of a verdict: two quantiles are looked at, and few turns resample a little narrowly. */
    private static final double SURE = 0.9996;
    /** What differs from one load test to the next meets both alike where they take turns. */
    private static final Noise IN_TURNS = new Noise(0, 1000);

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
     * @param pct      percent of A; negative when B is faster
     * @param lowPct   to highPct: the interval by which a difference is called sure
     * @param atLeastPct to atMostPct: the narrower one, 99 % one-sided, by which a difference is ruled out
     */
    public record Difference(
            String quantile,
            double aMillis,
            double bMillis,
            double pct,
            double lowPct,
            double highPct,
            double atLeastPct,
            double atMostPct) {}

    /** @param moreRounds how many more rounds an inconclusive answer still needs, as an estimate; else 0 */
    public record Answer(Verdict verdict, int moreRounds, List<Difference> differences) {}

    private TurnComparison() {}

    /**
     * @param a           microseconds of each call, a block at a time; as many blocks as in {@code b}
     * @param relevantPct a difference that is smaller does not matter
     */
    public static Answer compare(List<long[]> a, List<long[]> b, double relevantPct, long seed) {
        var bootstrap = new Bootstrap(new SplittableRandom(seed));
        var before = List.of(bootstrap.sample(block(a)));
        var after = List.of(bootstrap.sample(block(b)));
        long fewest = Math.min(
                before.getFirst().tally().requests(), after.getFirst().tally().requests());
        List<Difference> differences = new ArrayList<>();
        for (Metric metric : List.of(Metric.P50_MS, Metric.P95_MS)) {
            if (fewest >= metric.fewestRequests()) {
                var effect = Effect.of(metric, before, after, IN_TURNS, SURE);
                differences.add(new Difference(
                        metric.label(),
                        effect.before(),
                        effect.after(),
                        effect.pct(),
                        effect.lowPct(),
                        effect.highPct(),
                        effect.atLeastPct(),
                        effect.atMostPct()));
            }
        }
        return answer(differences, relevantPct, a.size());
    }

    private static Answer answer(List<Difference> differences, double relevantPct, int rounds) {
        if (differences.size() < 2) {
            return new Answer(Verdict.INCONCLUSIVE, rounds, differences);
        }
        boolean none = differences.stream().allMatch(d -> d.atLeastPct() > -relevantPct && d.atMostPct() < relevantPct);
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
                .mapToDouble(d -> (d.atMostPct() - d.atLeastPct()) / 2)
                .max()
                .orElse(relevantPct);
        return Math.max(rounds / 2, (int) Math.ceil(rounds * (Math.pow(widest / relevantPct, 2) - 1)));
    }

    private static Block block(List<long[]> turns) {
        return new Block(turns.stream()
                .map(turn -> {
                    var histogram = new Histogram(3);
                    Arrays.stream(turn).forEach(micros -> histogram.recordValue(Math.max(1, micros)));
                    return Second.of(turn.length, 0, histogram);
                })
                .toList());
    }
}
