package dev.perfloop.optimization;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanRepository {
    record NotLookedAt(String what, String why, String mend) {}

    private final JdbcClient jdbc;

    PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(RunId run, String tier, String summary, String document, Instant at) {
        jdbc.sql("""
                        INSERT INTO plan (run_id, tier, summary, document, created_at)
                        VALUES (:run, :tier, :summary, :document, :at)
                        ON CONFLICT (run_id) DO UPDATE
                        SET tier = EXCLUDED.tier, summary = EXCLUDED.summary, document = EXCLUDED.document""")
                .param("run", run.value())
                .param("tier", tier)
                .param("summary", summary)
                .param("document", document)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<NotLookedAt> notLookedAt(RunId run) {
        return jdbc.sql("SELECT what, why, mend FROM run_blind_spot WHERE run_id = :run ORDER BY what")
                .param("run", run.value())
                .query((row, n) -> new NotLookedAt(row.getString("what"), row.getString("why"), row.getString("mend")))
                .list();
    }
}
