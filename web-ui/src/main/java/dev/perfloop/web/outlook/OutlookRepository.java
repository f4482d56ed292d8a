package dev.perfloop.web.outlook;

import dev.perfloop.web.starts.Intensity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutlookRepository {
    /** Those before them met another target, more likely than not. */
    private static final int RUNS = 5;

    /** @param seconds the median of each stage over the runs that had it */
    record Earlier(int runs, Map<Stage, Double> seconds) {}

    private record Took(String run, Stage stage, double seconds) {}

    private final JdbcClient jdbc;

    OutlookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> definition(String target) {
        return jdbc.sql("SELECT definition FROM target WHERE name = :target")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    Optional<String> activeRun(String target) {
        return jdbc.sql("SELECT id FROM run WHERE target = :target AND status <> 'ENDED'")
                .param("target", target)
                .query(String.class)
                .optional();
    }

    /** Of the newest runs of the loop that ended, from the first step of a stage to its last. */
    Earlier earlier(String target, Intensity intensity) {
        List<Took> took = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!stage.elements().isEmpty()) {
                took.addAll(took(target, intensity, stage));
            }
        }
        Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            double[] sorted = took.stream()
                    .filter(one -> one.stage() == stage)
                    .mapToDouble(Took::seconds)
                    .sorted()
                    .toArray();
            if (sorted.length > 0) {
                seconds.put(stage, sorted[sorted.length / 2]);
            }
        }
        return new Earlier((int) took.stream().map(Took::run).distinct().count(), seconds);
    }

    private List<Took> took(String target, Intensity intensity, Stage stage) {
        return jdbc.sql("""
                        SELECT s.run_id, extract(epoch FROM max(s.ended_at) - min(s.started_at)) AS seconds
                        FROM (SELECT id
                              FROM run r
                              WHERE r.target = :target AND r.intensity = :intensity AND r.status = 'ENDED'
                                AND r.outcome NOT IN ('CANCELLED', 'FAILED', 'GUARDS_HELD', 'GUARDS_BROKEN', 'CALIBRATED')
                              ORDER BY r.requested_at DESC
                              LIMIT :runs) newest
                        JOIN run_step s ON s.run_id = newest.id
                        WHERE coalesce(s.caller_element, s.element_id) IN (:elements) AND s.ended_at IS NOT NULL
                        GROUP BY s.run_id
                        """)
                .param("target", target)
                .param("intensity", intensity.name())
                .param("runs", RUNS)
                .param("elements", stage.elements())
                .query((row, n) -> new Took(row.getString("run_id"), stage, row.getDouble("seconds")))
                .list();
    }
}
