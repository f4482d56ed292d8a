package dev.perfloop.change.watch;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how a service answered before a change, for whoever goes on with it. */
@Repository
class CalmRepository {
    private final JdbcClient jdbc;

    CalmRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String changeId, Calm calm) {
        calm.slowestMs()
                .forEach((request, ms) -> jdbc.sql("""
                        INSERT INTO change_calm (change_id, request, slowest_ms)
                        VALUES (:change, :request, :ms)
                        ON CONFLICT (change_id, request) DO UPDATE SET slowest_ms = EXCLUDED.slowest_ms""")
                        .param("change", changeId)
                        .param("request", request)
                        .param("ms", ms)
                        .update());
    }

    Calm of(String changeId) {
        Map<String, Double> slowest = new HashMap<>();
        jdbc.sql("SELECT request, slowest_ms FROM change_calm WHERE change_id = :change")
                .param("change", changeId)
                .query(row -> {
                    slowest.put(row.getString("request"), row.getDouble("slowest_ms"));
                });
        return new Calm(slowest);
    }
}
