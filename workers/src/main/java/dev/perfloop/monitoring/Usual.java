package dev.perfloop.monitoring;

import dev.perfloop.trend.Baseline;
import dev.perfloop.trend.BaselineSettings;
import dev.perfloop.trend.Point;
import dev.perfloop.trend.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is usual of each series of a target at this hour; worked out once an hour, and kept for that hour of the week. */
@Service
class Usual {
    /** @param change ROSE or FELL when the level has lately changed for good; null else */
    record Band(
            @Nullable Double low,
            @Nullable Double mid,
            @Nullable Double high,
            @Nullable String change) {
        static final Band UNKNOWN = new Band(null, null, null, null);
    }

    private static final Duration WEEKS = Duration.ofDays(35);

    private record OfHour(Instant hour, Map<Integer, Band> bands) {}

    private final AssessmentRepository rows;
    private final UsualRepository kept;
    private final MonitoringProperties properties;
    private final Map<String, OfHour> known = new ConcurrentHashMap<>();

    Usual(AssessmentRepository rows, UsualRepository kept, MonitoringProperties properties) {
        this.rows = rows;
        this.kept = kept;
        this.properties = properties;
    }

    /** By series. */
    Map<Integer, Band> of(String target, Collection<Integer> series, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        var last = known.get(target);
        Map<Integer, Band> bands =
                last != null && last.hour().equals(hour) ? new HashMap<>(last.bands()) : new HashMap<>();
        var missing = series.stream().filter(id -> !bands.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            bands.putAll(bands(missing, now));
            known.put(target, new OfHour(hour, Map.copyOf(bands)));
        }
        return bands;
    }

    private Map<Integer, Band> bands(Collection<Integer> series, Instant now) {
        Map<Integer, List<Point>> past = new HashMap<>();
        for (var hour : HoursAlike.before(now, properties.zone())) {
            rows.minutes(series, hour)
                    .forEach((id, points) ->
                            past.computeIfAbsent(id, none -> new ArrayList<>()).addAll(points));
        }
        var hours = rows.hours(series, now.minus(WEEKS));
        Map<Integer, Band> bands = new HashMap<>();
        Map<Integer, Shift.Found> shifts = new HashMap<>();
        for (int id : series) {
            var shift = Shift.of(Series.of(hours.getOrDefault(id, List.of())), now, properties.zone());
            shift.ifPresent(found -> shifts.put(id, found));
            bands.put(
                    id,
                    band(
                            past.getOrDefault(id, List.of()),
                            now,
                            shift.map(found -> found.change().name()).orElse(null)));
        }
        kept.keep(bands, shifts, now, properties.zone());
        return bands;
    }

    private Band band(List<Point> past, Instant now, @Nullable String change) {
        return Baseline.of(Series.of(past), properties.zone(), BaselineSettings.DEFAULT)
                .at(now)
                .map(it -> new Band(it.low(), it.mid(), it.high(), change))
                .orElse(new Band(null, null, null, change));
    }
}
