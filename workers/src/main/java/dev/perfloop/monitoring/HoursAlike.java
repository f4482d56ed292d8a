package dev.perfloop.monitoring;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The hours of the past that an hour is compared with: this hour of the week, five weeks back, and of the last six days. */
final class HoursAlike {
    private static final int WEEKS = 5;
    private static final int DAYS = 6;

    private HoursAlike() {}

    /** Their beginnings, oldest first; by the clock of a zone, so that a change to summer time moves no working day. */
    static List<Instant> before(Instant now, ZoneId zone) {
        var hour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        List<Instant> hours = new ArrayList<>();
        for (int week = WEEKS; week >= 1; week--) {
            hours.add(hour.minusWeeks(week).toInstant());
        }
        for (int day = DAYS; day >= 1; day--) {
            hours.add(hour.minusDays(day).toInstant());
        }
        return hours;
    }
}
