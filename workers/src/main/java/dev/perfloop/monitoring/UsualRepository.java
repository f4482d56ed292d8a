package dev.perfloop.monitoring;

import dev.perfloop.monitoring.Usual.Band;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was usual at each hour of the week, and since when a level has changed: for charts, and to try thresholds on the past. */
@Repository
class UsualRepository {
    private static final int HOURS_A_DAY = 24;
    /** When more is known a change is found a little earlier or later: nearer than this it is the same. */
    private static final Duration SAME = Duration.ofHours(12);

    private final JdbcClient jdbc;

    UsualRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Map<Integer, Band> bands, Map<Integer, Shift.Found> shifts, Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        keep(bands, (local.getDayOfWeek().getValue() - 1) * HOURS_A_DAY + local.getHour(), now, zone);
        shifts.forEach((series, shift) -> keep(series, shift, now));
    }

    private void keep(Map<Integer, Band> bands, int hour, Instant now, ZoneId zone) {
        List<Integer> known = bands.entrySet().stream()
                .filter(it -> it.getValue().mid() != null)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        var each =
                known.stream().map(id -> bands.getOrDefault(id, Band.UNKNOWN)).toList();
        jdbc.sql("""
                        INSERT INTO usual_hour (series_id, hour, zone, low, mid, high, at)
                        SELECT b.series, :hour, :zone, b.low, b.mid, b.high, :now
                        FROM unnest(:series::int[], :lows::float8[], :mids::float8[], :highs::float8[]) AS b (series, low, mid, high)
                        ON CONFLICT (series_id, hour) DO UPDATE
                        SET zone = excluded.zone, low = excluded.low, mid = excluded.mid, high = excluded.high, at = excluded.at""")
                .param("hour", hour)
                .param("zone", zone.getId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("series", known.toArray(Integer[]::new))
                .param("lows", each.stream().map(Band::low).toArray(Double[]::new))
                .param("mids", each.stream().map(Band::mid).toArray(Double[]::new))
                .param("highs", each.stream().map(Band::high).toArray(Double[]::new))
                .update();
    }

    private void keep(int series, Shift.Found shift, Instant now) {
        jdbc.sql("""
                        WITH before AS (
                            DELETE FROM level_change
                            WHERE series_id = :series AND at <> :at
                              AND at BETWEEN :at::timestamptz - :same::interval AND :at::timestamptz + :same::interval)
                        INSERT INTO level_change (series_id, at, change, found_at)
                        VALUES (:series, :at, :change, :now)
                        ON CONFLICT (series_id, at) DO UPDATE SET change = excluded.change""")
                .param("series", series)
                .param("at", shift.since().atOffset(ZoneOffset.UTC))
                .param("same", SAME.toHours() + " hours")
                .param("change", shift.change().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
