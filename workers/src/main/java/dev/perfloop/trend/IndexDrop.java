package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What became of a statement when an index it may have used was dropped, over the same hours where {@code near} is whole days. Whether a
 * kept index still earns its place is the same question, asked after a drop on trial.
 *
 * @param near so long before and after the drop is compared
 */
public record IndexDrop(Instant at, Duration near) {
    private static final int FEWEST = 6;
    private static final double MAX_P = 0.001;
    private static final double MATTERS = 1.1;
    private static final double SURE = 0.95;

    /** The answer. */
    public sealed interface Effect {
        /** A call takes longer without the index. */
        record Slower(double beforeMs, double afterMs, double pValue) implements Effect {}

        /**
         * A call takes no longer, or too little longer to matter.
         *
         * @param times  after by before
         * @param atMost with 95 % confidence
         */
        record None(double times, double atMost) implements Effect {}

        /** The data do not say. */
        record Unknown(String why) implements Effect {}
    }

    /** Intervals of the statement with at least {@code fewestCalls} calls, on both sides; the one with the drop counts on neither. */
    public Effect on(List<StatementUse> uses, long fewestCalls) {
        double[] before = logs(uses, at.minus(near), at, fewestCalls);
        double[] after = logs(uses, at, at.plus(near), fewestCalls);
        if (before.length < FEWEST || after.length < FEWEST) {
            return new Effect.Unknown("The statement ran in %d intervals before and %d after: %d each are needed"
                    .formatted(before.length, after.length, FEWEST));
        }
        var was = Level.of(before, 0, before.length);
        var is = Level.of(after, 0, after.length);
        double p = TTest.p(was, is);
        double times = Math.exp(is.mean() - was.mean());
        if (p < MAX_P && times >= MATTERS) {
            return new Effect.Slower(Math.exp(was.mean()), Math.exp(is.mean()), p);
        }
        double atMost = times * Math.exp(margin(was, is));
        return atMost < MATTERS
                ? new Effect.None(times, atMost)
                : new Effect.Unknown(String.format(
                        Locale.ROOT,
                        "A call takes %+.0f %%, but it may be up to %+.0f %%: wait for more intervals",
                        100 * (times - 1),
                        100 * (atMost - 1)));
    }

    private static double margin(Level was, Level is) {
        int degrees = was.count() + is.count() - 2;
        double variance = was.variance() / (was.count() - 1) + is.variance() / (is.count() - 1);
        return new TDistribution(null, degrees).inverseCumulativeProbability(SURE) * Math.sqrt(variance);
    }

    private static double[] logs(List<StatementUse> uses, Instant from, Instant to, long fewestCalls) {
        return uses.stream()
                .filter(it -> !it.from().isBefore(from) && !it.to().isAfter(to))
                .filter(it -> it.calls() >= Math.max(1, fewestCalls) && it.totalMs() > 0)
                .mapToDouble(it -> Math.log(it.meanMs()))
                .toArray();
    }
}
