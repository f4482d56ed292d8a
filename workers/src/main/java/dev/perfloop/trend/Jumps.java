package dev.perfloop.trend;

import java.time.Duration;
import java.util.stream.IntStream;

/** A metric that was set to another level in one step: a disk cleaned up or enlarged, a counter begun anew. */
final class Jumps {
    private static final double UNUSUAL = 8;
    private static final double SHARE_OF_RANGE = 0.25;

    private Jumps() {}

    /**
     * What came after the last jump. A jump is a step that the usual pace does not explain, larger than other such steps by far and
     * large beside all that the metric ever was; what is before it says nothing about the growth since.
     */
    static Series sinceLast(Series series) {
        if (series.size() < 4) {
            return series;
        }
        double pace = Robust.median(IntStream.range(1, series.size())
                .mapToDouble(i -> step(series, i) / millis(series, i))
                .toArray());
        double[] steps = IntStream.range(1, series.size())
                .mapToDouble(i -> step(series, i) - pace * millis(series, i))
                .toArray();
        double limit = Math.max(UNUSUAL * Robust.sigma(steps), SHARE_OF_RANGE * range(series));
        int from = 0;
        for (int i = 0; i < steps.length; i++) {
            if (Math.abs(steps[i]) > limit && !isOutlier(series, i + 1, limit)) {
                from = i + 1;
            }
        }
        var beginning = series.at(from);
        return series.only(it -> !it.at().isBefore(beginning));
    }

    private static double step(Series series, int index) {
        return series.value(index) - series.value(index - 1);
    }

    private static double millis(Series series, int index) {
        return Duration.between(series.at(index - 1), series.at(index)).toMillis();
    }

    /** One value away and back again, or the way back from it. */
    private static boolean isOutlier(Series series, int index, double limit) {
        boolean backAfter =
                index + 1 < series.size() && Math.abs(series.value(index + 1) - series.value(index - 1)) < limit / 2;
        boolean wayBack = index >= 2 && Math.abs(series.value(index) - series.value(index - 2)) < limit / 2;
        return backAfter || wayBack;
    }

    private static double range(Series series) {
        var all = IntStream.range(0, series.size()).mapToDouble(series::value).summaryStatistics();
        return all.getMax() - all.getMin();
    }
}
