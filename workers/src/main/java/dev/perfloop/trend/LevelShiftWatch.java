package dev.perfloop.trend;

import dev.perfloop.trend.Threshold.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the hourly medians of a metric's deviations from its baseline, and calls a shift by its change points. A shift is called
 * once; the next one only after the metric was back.
 */
public final class LevelShiftWatch {
    /** Longer than a day: a single day may well be unlike others of its kind. */
    private static final int LASTING_HOURS = 30;

    /** Standard deviations off the baseline, over all those hours. */
    private static final double OFF = 2.5;

    private static final double BACK = 1;

    private final Side bad;
    private final ChangePoints changes = new ChangePoints(ChangePointSettings.DEFAULT);
    private final List<Instant> hours = new ArrayList<>();
    private boolean isShifted;

    /** @param bad the side of the baseline on which the metric is worse */
    public LevelShiftWatch(Side bad) {
        this.bad = bad;
    }

    /** @param deviation see {@link Baseline#deviations}; the median of the hour that begins at {@code hour} */
    public Optional<LevelShift> next(Instant hour, double deviation) {
        hours.add(hour);
        changes.append(bad == Side.ABOVE ? bounded(deviation) : -bounded(deviation));
        var found = changes.found();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var last = found.getLast();
        double before = last.before().mean();
        double after = last.after().mean();
        if (isShifted) {
            isShifted = after > BACK;
            return Optional.empty();
        }
        if (last.after().count() < LASTING_HOURS || after < OFF || after - before < OFF) {
            return Optional.empty();
        }
        isShifted = true;
        return Optional.of(new LevelShift(hours.get(last.index()), hour, before, after));
    }

    /** One hour far off must not outweigh all others. */
    private static double bounded(double deviation) {
        return Math.clamp(deviation, -20, 20);
    }
}
