package dev.perfloop.web.usual;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is usual at each hour of the week, as last worked out. Read by the clocks that monitoring went by. Not by PostgreSQL: it
 * takes "+02:00" and "UTC+2" for hours west of Greenwich, and some names, as CET, for an offset without summer time.
 *
 * @param byClock the hours by their clock, the newest clock first; Monday's first hour is 0, and hours that monitoring has not
 *     come to are not there
 */
public record UsualWeek(Map<ZoneId, Map<Integer, Band>> byClock) {
    private static final int HOURS_A_DAY = 24;

    /** In the unit of the series: most readings of that hour lie between low and high. */
    public record Band(double low, double mid, double high) {}

    public Optional<Band> at(Instant when) {
        return byClock.entrySet().stream()
                .map(clock -> clock.getValue().get(hourOfWeek(when.atZone(clock.getKey()))))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static int hourOfWeek(ZonedDateTime local) {
        return (local.getDayOfWeek().getValue() - 1) * HOURS_A_DAY + local.getHour();
    }
}
