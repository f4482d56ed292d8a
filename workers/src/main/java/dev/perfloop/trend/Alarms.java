package dev.perfloop.trend;

import dev.perfloop.trend.Alarm.Reason;
import dev.perfloop.trend.Threshold.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a metric without a threshold of its own left its baseline: at once and far by a threshold on its deviations, a little and for
 * long by their change points.
 */
public final class Alarms {
    /** Medians of so long are judged: a single slow minute is no incident. */
    public static final Duration STRETCH = Duration.ofMinutes(5);

    /**
     * In standard deviations: beyond four of them normal values are once in 30,000 stretches, more than three months; back within two
     * and a half it is as usual.
     */
    private static final double FAR = 4;

    private static final double BACK = 2.5;
    private static final Duration LASTING = Duration.ofMinutes(10);
    private static final Duration RECOVERED = Duration.ofMinutes(30);
    private static final Duration COLD = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Baseline ofStretches;
    private final Baseline ofHours;
    private final Side bad;

    private Alarms(Baseline ofStretches, Baseline ofHours, Side bad) {
        this.ofStretches = ofStretches;
        this.ofHours = ofHours;
        this.bad = bad;
    }

    /**
     * Hours have a baseline of their own: their medians vary less than those of minutes, and more than these would by chance.
     *
     * @param zone of the people who use the service
     * @param bad  the side of the baseline on which the metric is worse
     */
    public static Alarms from(Series past, ZoneId zone, Side bad) {
        return new Alarms(Baseline.of(past.medians(STRETCH), zone), Baseline.of(past.medians(HOUR), zone), bad);
    }

    /** What live evaluation holds the median of the latest {@link #STRETCH} against, as {@link Band#deviation} from this. */
    public Baseline baseline() {
        return ofStretches;
    }

    /** The threshold for those deviations. */
    public static Threshold onDeviations(Side bad) {
        return new Threshold(
                bad, bad == Side.ABOVE ? FAR : -FAR, FAR - BACK, LASTING, RECOVERED, STRETCH.multipliedBy(3));
    }

    /**
     * In order of time. A level shift within an open breach is the same incident and not told twice.
     *
     * @param recent   later than the past
     * @param restarts of the service or its database: what is cold is slow, and no incident
     */
    public List<Alarm> over(Series recent, List<Instant> restarts) {
        var warm = recent.only(it -> restarts.stream().noneMatch(restart -> isCold(it, restart)));
        List<Alarm> alarms = new ArrayList<>();
        var watch = new ThresholdWatch(onDeviations(bad));
        for (Breach breach : watch.over(ofStretches.deviations(warm.medians(STRETCH)))) {
            alarms.add(new Alarm(Reason.OUT_OF_BAND, breach.since(), breach.opened(), breach.closed(), breach.worst()));
        }
        var breaches = List.copyOf(alarms);
        for (LevelShift shift : shifts(ofHours.deviations(warm.medians(HOUR)))) {
            if (breaches.stream().noneMatch(it -> isWithin(shift, it))) {
                alarms.add(new Alarm(
                        Reason.LEVEL_SHIFT, shift.since(), shift.seen().plus(HOUR), null, shift.after()));
            }
        }
        alarms.sort(Comparator.comparing(Alarm::raised));
        return List.copyOf(alarms);
    }

    private List<LevelShift> shifts(Series hours) {
        var watch = new LevelShiftWatch(bad);
        List<LevelShift> shifts = new ArrayList<>();
        hours.points().forEach(it -> watch.next(it.at(), it.value()).ifPresent(shifts::add));
        return shifts;
    }

    private static boolean isCold(Point point, Instant restart) {
        return !point.at().isBefore(restart) && point.at().isBefore(restart.plus(COLD));
    }

    private static boolean isWithin(LevelShift shift, Alarm breach) {
        Instant until = breach.until();
        return !breach.raised().isAfter(shift.seen()) && (until == null || until.isAfter(shift.since()));
    }
}
