package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.validation.NoiseFloor.Key;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
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

    /** What the target's latest other runs observed. */
    NoiseFloor floor(String target, RunId except) {
        Map<Key, Noise> known = new HashMap<>();
        jdbc.sql("""
                        SELECT profile, request, metric, spread, degrees
                        FROM noise
                        WHERE target = :target
                          AND run_id IN (SELECT run_id FROM noise
                                         WHERE target = :target AND run_id <> :except
                                         GROUP BY run_id
                                         ORDER BY max(observed_at) DESC
                                         LIMIT :latest)""")
                .param("target", target)
                .param("except", except.value())
                .param("latest", LATEST_RUNS)
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
