package dev.perfloop.trend;

import dev.perfloop.trend.Band.Basis;
import dev.perfloop.trend.Weighted.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The usual course of a metric over the hours of one basis. Between the middles of two hours it may go from the one to the other. */
final class Seasons {
    private final Basis basis;
    private final Scale scale;
    private final ZoneId zone;
    private final Map<Integer, Season> seasons = new HashMap<>();
    private final Map<Integer, Band> bands = new HashMap<>();
    private final Set<Integer> onCourse = new HashSet<>();

    private Seasons(Basis basis, Scale scale, ZoneId zone) {
        this.basis = basis;
        this.scale = scale;
        this.zone = zone;
    }

    static Seasons of(Series past, Basis basis, ZoneId zone, BaselineSettings settings) {
        var seasons = new Seasons(basis, Scale.of(past), zone);
        for (Point point : past.points()) {
            seasons.add(point, Weighted.weight(point.at(), past.at(past.size() - 1), settings.halfLife()));
        }
        seasons.seasons.values().removeIf(it -> !seasons.isKnown(it, settings));
        for (Point point : past.points()) {
            seasons.compare(point, Weighted.weight(point.at(), past.at(past.size() - 1), settings.halfLife()));
        }
        seasons.draw(settings.leastWidth());
        return seasons;
    }

    Optional<Band> at(Instant when) {
        var local = ZonedDateTime.ofInstant(when, zone);
        var season = seasons.get(key(local));
        var band = bands.get(key(local));
        if (season == null || band == null) {
            return Optional.empty();
        }
        return Optional.of(onCourse.contains(key(local)) ? band.around(scale.from(course(local, season))) : band);
    }

    Collection<Band> bands() {
        return bands.values();
    }

    private void add(Point point, double weight) {
        double scaled = scale.to(point.value());
        if (Double.isFinite(scaled)) {
            var local = ZonedDateTime.ofInstant(point.at(), zone);
            seasons.computeIfAbsent(key(local), key -> new Season())
                    .add(new Value(scaled, weight), local.toLocalDate());
        }
    }

    private void compare(Point point, double weight) {
        var local = ZonedDateTime.ofInstant(point.at(), zone);
        var season = seasons.get(key(local));
        double scaled = scale.to(point.value());
        if (season != null && Double.isFinite(scaled)) {
            season.compare(new Value(scaled, weight), course(local, season));
        }
    }

    private void draw(double leastWidth) {
        List<Value> all = new ArrayList<>();
        seasons.values().forEach(it -> all.addAll(it.residuals()));
        double below = Season.width(all, it -> it <= 0);
        double above = Season.width(all, it -> it >= 0);
        seasons.forEach((key, season) -> {
            if (season.isOnCourse()) {
                onCourse.add(key);
            }
            double least = scale.share(season.mid(), leastWidth);
            bands.put(
                    key,
                    new Band(
                            scale.from(season.mid()),
                            season.width(it -> it <= 0, below, least),
                            season.width(it -> it >= 0, above, least),
                            scale,
                            basis,
                            season.days()));
        });
    }

    private boolean isKnown(Season season, BaselineSettings settings) {
        return basis == Basis.ALL ? season.size() >= settings.needed() : season.days() >= settings.daysNeeded();
    }

    /** In the middle of an hour its own middle; towards its ends more and more of its neighbour's. */
    private double course(ZonedDateTime local, Season season) {
        double fromMiddle = local.getMinute() - 30.0;
        var neighbour = seasons.get(key(local.plusMinutes(fromMiddle < 0 ? -30 : 30)));
        double share = Math.abs(fromMiddle) / 60;
        return neighbour == null ? season.mid() : (1 - share) * season.mid() + share * neighbour.mid();
    }

    private int key(ZonedDateTime local) {
        return switch (basis) {
            case HOUR_OF_WEEK -> local.getDayOfWeek().getValue() * 24 + local.getHour();
            case HOUR_OF_DAY -> local.getHour();
            case ALL -> 0;
        };
    }
}
