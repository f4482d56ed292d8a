package dev.perfloop.monitoring;

import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.source.Counters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each source told last. */
@Repository
class SourceStateRepository {
    private final JdbcClient jdbc;

    SourceStateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Source, Counters> of(String target) {
        Map<Source, Counters> states = new EnumMap<>(Source.class);
        jdbc.sql("SELECT source, at, epoch, complete, names, value FROM source_state WHERE target_id = :target")
                .param("target", target)
                .query(row -> {
                    var names = (String[]) row.getArray("names").getArray();
                    var values = (Double[]) row.getArray("value").getArray();
                    Map<String, Double> counters = new HashMap<>();
                    for (int i = 0; i < names.length; i++) {
                        counters.put(names[i], values[i]);
                    }
                    states.put(
                            Source.valueOf(row.getString("source")),
                            new Counters(
                                    row.getTimestamp("at").toInstant(),
                                    row.getString("epoch"),
                                    Double.NaN,
                                    row.getBoolean("complete"),
                                    counters));
                });
        return states;
    }

    /**
     * @param before when the source had told what this was counted from; null for nothing yet
     * @return false when somebody else has read the source since then: what was added is in their reading
     */
    boolean keep(String target, Source source, Counters counters, @Nullable Instant before) {
        if (before != null && !counters.at().isAfter(before)) {
            // A clock was set back: what is counted from stays until it is reached again.
            return true;
        }
        List<String> names = new ArrayList<>(counters.values().keySet());
        return jdbc.sql(before == null ? """
                        INSERT INTO source_state (target_id, source, at, epoch, complete, names, value)
                        VALUES (:target, :source, :at, :epoch, :complete, :names, :value)
                        ON CONFLICT DO NOTHING""" : """
                        UPDATE source_state
                        SET at = :at, epoch = :epoch, complete = :complete, names = :names, value = :value
                        WHERE target_id = :target AND source = :source AND at = :before""")
                        .param("target", target)
                        .param("source", source.name())
                        .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                        .param("at", counters.at().atOffset(ZoneOffset.UTC))
                        .param("epoch", counters.epoch())
                        .param("complete", counters.complete())
                        .param("names", names.toArray(String[]::new))
                        .param(
                                "value",
                                names.stream()
                                        .map(name -> counters.values().getOrDefault(name, 0.0))
                                        .toArray(Double[]::new))
                        .update()
                == 1;
    }
}
