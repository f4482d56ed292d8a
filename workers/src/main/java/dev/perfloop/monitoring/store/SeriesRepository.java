package dev.perfloop.monitoring.store;

import dev.perfloop.monitoring.series.SeriesKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which series there are of each target. */
@Repository
public class SeriesRepository {
    private record Named(String metric, @Nullable String subject) {}

    private final JdbcClient jdbc;
    private final StoreProperties properties;
    private final Map<String, Map<Named, Integer>> known = new ConcurrentHashMap<>();

    SeriesRepository(JdbcClient jdbc, StoreProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * The ids of series, those that are new being added. A target that has as many as it may have gets no new ones: a service
     * that names a route or a statement anew each time would fill the store.
     */
    public Map<SeriesKey, Integer> ids(String target, List<SeriesKey> keys, Instant now) {
        var ofTarget = ofTarget(target);
        Map<SeriesKey, Integer> ids = new HashMap<>();
        for (var key : keys) {
            var name = new Named(key.metric(), key.subject());
            Integer id = ofTarget.get(name);
            if (id == null && ofTarget.size() < properties.mostSeries()) {
                id = add(target, key, now);
                ofTarget.put(name, id);
            }
            if (id != null) {
                ids.put(key, id);
            }
        }
        return ids;
    }

    /** The subjects that a metric has series of. */
    public Set<String> subjects(String target, String metric) {
        return ofTarget(target).keySet().stream()
                .filter(it -> it.metric().equals(metric))
                .map(Named::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Map<Named, Integer> ofTarget(String target) {
        return known.computeIfAbsent(target, this::read);
    }

    private Map<Named, Integer> read(String target) {
        Map<Named, Integer> ids = new ConcurrentHashMap<>();
        jdbc.sql("SELECT id, metric, subject FROM series WHERE target_id = :target")
                .param("target", target)
                .query(row -> {
                    ids.put(new Named(row.getString("metric"), row.getString("subject")), row.getInt("id"));
                });
        return ids;
    }

    private int add(String target, SeriesKey key, Instant now) {
        return jdbc.sql("""
                        INSERT INTO series (target_id, source, metric, subject, title, unit, kind, first_at)
                        VALUES (:target, :source, :metric, :subject::text, :title, :unit, :kind, :now)
                        ON CONFLICT (target_id, metric, subject) DO UPDATE SET title = excluded.title
                        RETURNING id""")
                .param("target", target)
                .param("source", key.source().name())
                .param("metric", key.metric())
                .param("subject", key.subject())
                .param("title", key.title())
                .param("unit", key.unit())
                .param("kind", key.kind().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
