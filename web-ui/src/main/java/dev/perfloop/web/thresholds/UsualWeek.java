package dev.perfloop.web.thresholds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What is usual at each hour of the week, as last worked out.
 *
 * @param byHour Monday's first hour is 0; hours that monitoring has not come to are not there
 */
record UsualWeek(ZoneId zone, Map<Integer, Band> byHour) {
    private static final int HOURS_A_DAY = 24;

    record Band(double mid, double high) {}

    Optional<Band> at(Instant when) {
        var local = when.atZone(zone);
        return Optional.ofNullable(byHour.get((local.getDayOfWeek().getValue() - 1) * HOURS_A_DAY + local.getHour()));
    }
}
