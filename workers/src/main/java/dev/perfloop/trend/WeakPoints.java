package dev.perfloop.trend;

import java.util.ArrayList;
import java.util.List;

/** First pass: what may be a change point within one window. */
final class WeakPoints {
    private final double[] values;
    private final double maxP;

    WeakPoints(double[] values, double maxP) {
        this.values = values;
        this.maxP = maxP;
    }

    /** Splits the window where it tells most, and its parts again, until the best split left may well be chance. */
    List<Integer> in(int from, int to) {
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(stretch(from, to));
        while (true) {
            int best = best(stretches);
            var stretch = stretches.get(best);
            int index = stretch.split().index();
            if (stretch.isSingle() || p(stretch) > maxP) {
                return stretches.stream().skip(1).map(Stretch::from).toList();
            }
            stretches.set(best, stretch(stretch.from(), index));
            stretches.add(best + 1, stretch(index, stretch.to()));
        }
    }

    private record Stretch(int from, int to, Divergence.Split split) {
        boolean isSingle() {
            return to - from < 2;
        }
    }

    private Stretch stretch(int from, int to) {
        var split = to - from < 2
                ? new Divergence.Split(from, Double.NEGATIVE_INFINITY)
                : Divergence.best(values, from, to);
        return new Stretch(from, to, split);
    }

    private static int best(List<Stretch> stretches) {
        int best = 0;
        for (int i = 1; i < stretches.size(); i++) {
            if (stretches.get(i).split().size() > stretches.get(best).split().size()) {
                best = i;
            }
        }
        return best;
    }

    private double p(Stretch stretch) {
        int index = stretch.split().index();
        return TTest.p(Level.of(values, stretch.from(), index), Level.of(values, index, stretch.to()));
    }
}
