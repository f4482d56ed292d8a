package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.validation.NoiseFloor.Key;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoiseRepository {
    /** Older ones may be of another machine or another version of the service. */
    private static final int LATEST_RUNS = 20;

    private final JdbcClient jdbc;

    NoiseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(RunId run, String target, Map<Key, Noise> observed, Instant at) {
        observed.forEach((key, noise) -> jdbc.sql("""
                        INSERT INTO noise (run_id, target, profile, request, metric, spread, degrees, observed_at)
                        VALUES (:run, :target, :profile, :request, :metric, :spread, :degrees, :at)
                        ON CONFLICT (run_id, profile, request, metric) DO UPDATE
                        SET spread = EXCLUDED.spread, degrees = EXCLUDED.degrees, observed_at = EXCLUDED.observed_at""")
                .param("run", run.value())
                .param("target", target)
                .param("profile", key.profile())
                .param("request", key.request())
                .param("metric", key.metric().name())
                .param("spread", noise.spread())
                .param("degrees", noise.degrees())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** @param surroundings null for runs of old, which did not keep them */
    record Observer(RunId run, @Nullable LoadSurroundings surroundings) {}

    /** The target's latest other runs that observed noise. */
    List<Observer> observers(String target, RunId except) {
        return jdbc.sql("""
                        SELECT n.run_id, s.cpus, s.postgres
                        FROM noise n
                        LEFT JOIN run_surroundings s ON s.run_id = n.run_id
                        WHERE n.target = :target AND n.run_id <> :except
                        GROUP BY n.run_id, s.cpus, s.postgres
                        ORDER BY max(n.observed_at) DESC
                        LIMIT :latest""")
                .param("target", target)
                .param("except", except.value())
                .param("latest", LATEST_RUNS)
                .query((row, n) -> new Observer(
                        new RunId(row.getString("run_id")),
                        row.getString("postgres") == null
                                ? null
                                : new LoadSurroundings(row.getInt("cpus"), row.getString("postgres"))))
                .list();
    }

    /** What these runs observed, together. */
    NoiseFloor floor(List<RunId> runs) {
        Map<Key, Noise> known = new HashMap<>();
        jdbc.sql("SELECT profile, request, metric, spread, degrees FROM noise WHERE run_id = ANY (:runs)")
                .param("runs", runs.stream().map(RunId::value).toArray(String[]::new))
                .query(row -> {
                    var key = new Key(
                            row.getString("profile"),
                            row.getString("request"),
                            Metric.valueOf(row.getString("metric")));
                    known.merge(key, new Noise(row.getDouble("spread"), row.getDouble("degrees")), Noise::and);
                });
        return new NoiseFloor(known);
    }
}
