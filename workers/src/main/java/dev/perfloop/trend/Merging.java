package dev.perfloop.trend;

import java.util.ArrayList;
import java.util.List;

/** Second pass: takes weak points out, the weakest first, until all that are left are sure and large enough. */
final class Merging {
    private final ChangePointSettings settings;
    private final List<Level> levels = new ArrayList<>();
    private final List<ChangePoint> points = new ArrayList<>();

    private Merging(ChangePointSettings settings) {
        this.settings = settings;
    }

    /** @param weak in order */
    static List<ChangePoint> of(double[] values, int size, List<Integer> weak, ChangePointSettings settings) {
        var merging = new Merging(settings);
        int from = 0;
        for (int index : weak) {
            merging.levels.add(Level.of(values, from, index));
            from = index;
        }
        merging.levels.add(Level.of(values, from, size));
        for (int i = 0; i < weak.size(); i++) {
            merging.points.add(merging.point(weak.get(i), i));
        }
        return merging.strong();
    }

    /** As each is judged with its neighbours of the end, not with those it was last looked at. */
    private List<ChangePoint> strong() {
        for (int weakest = weakest(); weakest >= 0; weakest = weakest()) {
            takeOut(weakest);
        }
        List<ChangePoint> strong = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            strong.add(point(points.get(i).index(), i));
        }
        return List.copyOf(strong);
    }

    /** The least sure one that is not sure enough; if all are, the smallest that is not large enough; else -1. */
    private int weakest() {
        int unsure = -1;
        int small = -1;
        for (int i = 0; i < points.size(); i++) {
            if (unsure < 0 || points.get(i).pValue() > points.get(unsure).pValue()) {
                unsure = i;
            }
            if (small < 0 || points.get(i).magnitude() < points.get(small).magnitude()) {
                small = i;
            }
        }
        if (unsure >= 0 && points.get(unsure).pValue() >= settings.maxP()) {
            return unsure;
        }
        return small >= 0 && points.get(small).magnitude() <= settings.minMagnitude() ? small : -1;
    }

    /** The two points after it are judged anew, the one before it is not: Otava's order, and its points depend on it. */
    private void takeOut(int taken) {
        points.remove(taken);
        levels.set(taken, levels.get(taken).and(levels.remove(taken + 1)));
        for (int i = taken; i < Math.min(taken + 2, points.size()); i++) {
            points.set(i, point(points.get(i).index(), i));
        }
    }

    private ChangePoint point(int index, int at) {
        return ChangePoint.of(index, levels.get(at), levels.get(at + 1));
    }
}
