package dev.perfloop.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The course that a metric takes every day, as differences from the middle of each day: a day that is higher as a whole moves none. */
final class DailyRhythm {
    private static final int DAYS_NEEDED = 3;

    private DailyRhythm() {}

    /** The series without it; hours that were seen on fewer than three days stay as they are. */
    static Series of(Series series, ZoneId zone) {
        Map<LocalDate, List<Double>> days = new HashMap<>();
        series.points()
                .forEach(it -> days.computeIfAbsent(day(it.at(), zone), day -> new ArrayList<>())
                        .add(it.value()));
        Map<LocalDate, Double> middles = new HashMap<>();
        days.forEach((day, values) -> middles.put(day, median(values)));
        Map<Integer, Map<LocalDate, List<Double>>> hours = new HashMap<>();
        series.points()
                .forEach(it -> hours.computeIfAbsent(hour(it.at(), zone), hour -> new HashMap<>())
                        .computeIfAbsent(day(it.at(), zone), day -> new ArrayList<>())
                        .add(it.value() - middles.getOrDefault(day(it.at(), zone), 0.0)));
        Map<Integer, Double> usual = new HashMap<>();
        hours.forEach((hour, byDay) -> {
            if (byDay.size() >= DAYS_NEEDED) {
                usual.put(
                        hour,
                        median(byDay.values().stream().map(DailyRhythm::median).toList()));
            }
        });
        return series.map(it -> it.value() - usual.getOrDefault(hour(it.at(), zone), 0.0));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static int hour(Instant at, ZoneId zone) {
        return at.atZone(zone).getHour();
    }

    private static double median(List<Double> values) {
        return Robust.median(values.stream().mapToDouble(it -> it).toArray());
    }
}
