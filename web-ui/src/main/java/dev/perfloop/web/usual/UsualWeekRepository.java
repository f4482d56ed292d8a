package dev.perfloop.web.usual;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UsualWeekRepository {
    private final JdbcClient jdbc;

    UsualWeekRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UsualWeek of(int series) {
        Map<ZoneId, Map<Integer, UsualWeek.Band>> byClock = new LinkedHashMap<>();
        jdbc.sql("SELECT zone, hour, low, mid, high FROM usual_hour WHERE series_id = :series ORDER BY at DESC")
                .param("series", series)
                .query(row -> {
                    byClock.computeIfAbsent(ZoneId.of(row.getString("zone")), clock -> new HashMap<>())
                            .put(
                                    row.getInt("hour"),
                                    new UsualWeek.Band(
                                            row.getDouble("low"), row.getDouble("mid"), row.getDouble("high")));
                });
        return new UsualWeek(byClock);
    }
}
