package dev.perfloop.trend;

import dev.perfloop.trend.Band.Basis;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a metric usually is at an hour of the week, from its own past: medians, so that past incidents do not count, and newer weeks
 * more than older ones. An hour of the week that was seen on too few days falls back to that hour of all days, that to all hours.
 */
public final class Baseline {
    private final List<Seasons> seasons;

    private Baseline(List<Seasons> seasons) {
        this.seasons = seasons;
    }

    /** @param zone of the people who use the service: their days make its seasons */
    public static Baseline of(Series past, ZoneId zone, BaselineSettings settings) {
        return new Baseline(Arrays.stream(Basis.values())
                .map(basis -> Seasons.of(past, basis, zone, settings))
                .toList());
    }

    public static Baseline of(Series past, ZoneId zone) {
        return of(past, zone, BaselineSettings.DEFAULT);
    }

    /** Empty when the past is too short for any. */
    public Optional<Band> at(Instant when) {
        return seasons.stream().flatMap(it -> it.at(when).stream()).findFirst();
    }

    /** How far from usual each value is, see {@link Band#deviation}; where nothing is usual is a gap. */
    public Series deviations(Series series) {
        return series.map(
                it -> at(it.at()).map(band -> band.deviation(it.value())).orElse(Double.NaN));
    }

    /**
     * What stands in where nobody has set a threshold: the highest that the metric usually is at any hour, or the lowest. Empty when the
     * past is too short.
     */
    public Optional<Threshold> threshold(Threshold.Side side, Duration lasting) {
        var usual =
                seasons.stream().map(Seasons::bands).filter(it -> !it.isEmpty()).findFirst();
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        var all = seasons.getLast().bands().iterator().next();
        var edges = usual.get().stream().mapToDouble(it -> side == Threshold.Side.ABOVE ? it.high() : it.low());
        double limit = side == Threshold.Side.ABOVE
                ? edges.max().orElse(all.high())
                : edges.min().orElse(all.low());
        double width = side == Threshold.Side.ABOVE ? all.high() - all.mid() : all.mid() - all.low();
        double hysteresis = width / Band.WIDTH;
        return Optional.of(
                new Threshold(side, limit, hysteresis, lasting, lasting, lasting.plus(Duration.ofMinutes(5))));
    }

    /**
     * @param share   of the values that lay within the band
     * @param values  how many were looked at
     * @param heldOut the time they are from, of which the baseline knew nothing
     */
    public record Coverage(double share, int values, Duration heldOut) {}

    /**
     * What share of the last quarter of the past, at most its last week, a baseline from what was before would have covered. Empty
     * when there is too little before.
     */
    public static Optional<Coverage> coverage(Series past, ZoneId zone, BaselineSettings settings) {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        var quarter = past.span().dividedBy(4);
        var week = Duration.ofDays(7);
        var heldOut = quarter.compareTo(week) < 0 ? quarter : week;
        Instant cut = past.at(past.size() - 1).minus(heldOut);
        var baseline = of(past.only(it -> !it.at().isAfter(cut)), zone, settings);
        var judged =
                past.only(it -> it.at().isAfter(cut) && baseline.at(it.at()).isPresent());
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        long within = judged.points().stream()
                .filter(it -> baseline.at(it.at()).orElseThrow().contains(it.value()))
                .count();
        return Optional.of(new Coverage((double) within / judged.size(), judged.size(), heldOut));
    }
}
