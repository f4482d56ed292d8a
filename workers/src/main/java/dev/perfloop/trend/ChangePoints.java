package dev.perfloop.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds where a series changed: E-divisive in sliding windows with a t-test, as Fleming, Kołaczkowski and others, "Hunter: using
 * change point detection to hunt for performance regressions" (ICPE 2023), and Apache Otava after it have it. Nothing is drawn at
 * random.
 *
 * <p>A window that is full is settled. So appended values cost the windows at the end and the second pass, and give what the whole
 * series gives at once; but what was a weak point in the windows that are still filling stays one until they are full, so that a few
 * wild values at the end do not hide a change that was seen already.
 */
public final class ChangePoints {
    private final ChangePointSettings settings;
    private final List<Integer> settled = new ArrayList<>();
    private final TreeSet<Integer> open = new TreeSet<>();
    private double[] values = new double[64];
    private int size;
    private int looked;
    private int next;

    public ChangePoints(ChangePointSettings settings) {
        this.settings = settings;
    }

    public static List<ChangePoint> of(double[] values, ChangePointSettings settings) {
        return new ChangePoints(settings).append(values).found();
    }

    /** With the default settings; the n-th value of the series is that of index n. */
    public static List<ChangePoint> of(Series series) {
        return of(series.values(), ChangePointSettings.DEFAULT);
    }

    public ChangePoints append(double... more) {
        for (double value : more) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is no value: leave gaps out");
            }
        }
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, 2 * (size + more.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
        return this;
    }

    public int size() {
        return size;
    }

    /** In order; none for fewer than three values. */
    public List<ChangePoint> found() {
        if (looked < size) {
            firstPass();
            looked = size;
        }
        List<Integer> weak = new ArrayList<>(settled);
        weak.addAll(open);
        return Merging.of(values, size, weak, settings);
    }

    /**
     * The next window begins half a window later, or where this one last changed. A point at the last value looked at before, or the one
     * before it, was that value only, and does not stay.
     */
    private void firstPass() {
        var windows = new WeakPoints(values, settings.firstPassP());
        List<Integer> ahead = new ArrayList<>(open.headSet(Math.max(0, looked - 1)));
        open.clear();
        int start = next;
        while (start < size) {
            boolean isFull = start + settings.window() <= size;
            var found = windows.in(start, Math.min(start + settings.window(), size));
            start += settings.step();
            if (!found.isEmpty()) {
                start = Math.max(start, found.getLast());
            }
            if (isFull) {
                settled.addAll(found);
                next = start;
            } else {
                open.addAll(found);
            }
        }
        open.addAll(ahead.stream().filter(it -> it > next).toList());
    }
}
