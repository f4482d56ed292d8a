package dev.perfloop.optimization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanRepository {
    record NotLookedAt(String what, String why, String mend) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Drafting again replaces what was drafted. */
    void save(RunId run, PlanSheet sheet, String document, Instant at) {
        jdbc.sql("""
                        INSERT INTO plan (run_id, tier, summary, document, content, created_at)
                        VALUES (:run, :tier, :summary, :document, :content::jsonb, :at)
                        ON CONFLICT (run_id) DO UPDATE
                        SET tier = EXCLUDED.tier, summary = EXCLUDED.summary, document = EXCLUDED.document,
                            content = EXCLUDED.content""")
                .param("run", run.value())
                .param("tier", sheet.tier())
                .param("summary", sheet.summary())
                .param("document", document)
                .param("content", written(sheet))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        sheet.steps().forEach(step -> step.needs().forEach(need -> needs(step.changeId(), need)));
    }

    private void needs(String change, PlanSheet.Need need) {
        jdbc.sql("""
                        INSERT INTO change_need (change_id, needs, why) VALUES (:change, :needs, :why)
                        ON CONFLICT (change_id, needs) DO NOTHING""")
                .param("change", change)
                .param("needs", need.changeId())
                .param("why", need.why())
                .update();
    }

    private static String written(PlanSheet sheet) {
        try {
            return JSON.writeValueAsString(sheet);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<NotLookedAt> notLookedAt(RunId run) {
        return jdbc.sql("SELECT what, why, mend FROM run_blind_spot WHERE run_id = :run ORDER BY what")
                .param("run", run.value())
                .query((row, n) -> new NotLookedAt(row.getString("what"), row.getString("why"), row.getString("mend")))
                .list();
    }
}
