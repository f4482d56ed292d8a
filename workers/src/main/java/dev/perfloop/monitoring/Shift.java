package dev.perfloop.monitoring;

import dev.perfloop.trend.Baseline;
import dev.perfloop.trend.BaselineSettings;
import dev.perfloop.trend.ChangePoints;
import dev.perfloop.trend.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A level that has changed for good: hours that lie off what is usual, since a change point. The bounds are those of {@link
 * dev.perfloop.trend.LevelShiftWatch}, which follows a series on its way; here it is asked once.
 */
enum Shift {
    ROSE,
    FELL;

    /** What is off for less is mostly a single unlike day. */
    private static final int LASTING_HOURS = 30;

    /** Standard deviations. */
    private static final double OFF = 2.5;

    /** One hour far off must not outweigh all others. */
    private static final double FURTHEST = 20;

    private static final Duration LOOKED_AT = Duration.ofDays(7);
    /** What has been so for longer is what is usual now. */
    private static final Duration LATELY = Duration.ofDays(2);

    /** Of hours there is one value each a day, so few have to do. */
    private static final BaselineSettings OF_HOURS = new BaselineSettings(Duration.ofDays(21), 3, 3, 0.01);

    /** @param since the first hour at the new level */
    record Found(Shift change, Instant since) {}

    /** @param hours means of the last weeks */
    static Optional<Found> of(Series hours, Instant now, ZoneId zone) {
        var baseline = Baseline.of(hours.only(it -> it.at().isBefore(now.minus(LATELY))), zone, OF_HOURS);
        var off = baseline.deviations(hours.between(now.minus(LOOKED_AT), now))
                .map(it -> Math.clamp(it.value(), -FURTHEST, FURTHEST));
        var found = ChangePoints.of(off);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var last = found.getLast();
        double after = last.after().mean();
        boolean lasts = last.after().count() >= LASTING_HOURS
                && !off.at(last.index()).isBefore(now.minus(LATELY))
                && Math.abs(after) >= OFF
                && Math.abs(after - last.before().mean()) >= OFF;
        return lasts ? Optional.of(new Found(after > 0 ? ROSE : FELL, off.at(last.index()))) : Optional.empty();
    }
}
