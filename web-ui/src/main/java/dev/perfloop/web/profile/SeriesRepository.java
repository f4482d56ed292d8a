package dev.perfloop.web.profile;

import dev.perfloop.web.profile.SeriesView.PointView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SeriesRepository {
    private final JdbcClient jdbc;

    SeriesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SeriesView> series(String runId) {
        SequencedMap<String, List<PointView>> points = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT metric, extract(epoch FROM at - min(at) OVER ()) AS second, value
                        FROM profile_sample
                        WHERE run_id = :runId
                        ORDER BY metric, at
                        """).param("runId", runId).query(row -> {
            points.computeIfAbsent(row.getString("metric"), metric -> new ArrayList<>())
                    .add(new PointView(row.getDouble("second"), row.getDouble("value")));
        });
        return points.entrySet().stream()
                .map(entry -> new SeriesView(entry.getKey(), entry.getValue()))
                .toList();
    }
}
