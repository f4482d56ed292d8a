package dev.perfloop.monitoring.store;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.SeriesKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SampleRepository {
    private final JdbcClient jdbc;

    SampleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where rolling up begins, at the very first reading. */
    void begin(Instant at) {
        jdbc.sql("""
                        INSERT INTO sample_mark (resolution, until, kept_since)
                        SELECT resolution, date_trunc('day', :at::timestamptz, 'UTC'), 'epoch'::timestamptz
                        FROM unnest(ARRAY['RAW', 'MINUTE', 'HOUR', 'DAY']) resolution
                        ON CONFLICT (resolution) DO NOTHING""").param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** A source says one thing at one time: a second word is not heard. */
    boolean add(String target, Reading reading, Map<SeriesKey, Integer> ids) {
        List<Measured> kept = reading.measured().stream()
                .filter(it -> ids.containsKey(it.key()))
                .toList();
        return jdbc.sql("""
                        INSERT INTO sample (target_id, source, at, seconds, series, value)
                        VALUES (:target, :source, :at, :seconds, :series, :value)
                        ON CONFLICT (target_id, at, source) DO NOTHING""")
                        .param("target", target)
                        .param("source", reading.source().name())
                        .param("at", reading.at().atOffset(ZoneOffset.UTC))
                        .param("seconds", reading.seconds())
                        .param(
                                "series",
                                kept.stream().map(it -> ids.get(it.key())).toArray(Integer[]::new))
                        .param("value", kept.stream().map(Measured::value).toArray(Double[]::new))
                        .update()
                == 1;
    }
}
