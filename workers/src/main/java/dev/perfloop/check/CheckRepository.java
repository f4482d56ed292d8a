package dev.perfloop.check;

import dev.perfloop.load.TrialRequests.Trial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class CheckRepository {
    private final JdbcClient jdbc;

    CheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> definition(String checkId) {
        return jdbc.sql("SELECT definition FROM target_check WHERE id = :id")
                .param("id", checkId)
                .query(String.class)
                .optional();
    }

    /** In the place of what an earlier try of the same step had found. */
    @Transactional
    public void keep(String checkId, Part part, Found found, Instant now) {
        jdbc.sql("DELETE FROM target_check_answer WHERE check_id = :id AND part = :part")
                .param("id", checkId)
                .param("part", part.name())
                .update();
        for (int i = 0; i < found.answers().size(); i++) {
            keep(checkId, part, i + 1, found.answers().get(i));
        }
        if (part == Part.REQUESTS) {
            keep(checkId, found.trials());
        }
        jdbc.sql("""
                        INSERT INTO target_check_part (check_id, part, ended_at) VALUES (:id, :part, :now)
                        ON CONFLICT (check_id, part) DO UPDATE SET ended_at = excluded.ended_at""")
                .param("id", checkId)
                .param("part", part.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void keep(String checkId, Part part, int position, Answer answer) {
        jdbc.sql("""
                        INSERT INTO target_check_answer (check_id, part, position, subject, state, words, mend)
                        VALUES (:id, :part, :position, :subject, :state, :words, :mend)""")
                .param("id", checkId)
                .param("part", part.name())
                .param("position", position)
                .param("subject", answer.subject())
                .param("state", answer.state().name())
                .param("words", answer.words())
                .param("mend", answer.mend())
                .update();
    }

    private void keep(String checkId, List<Trial> trials) {
        jdbc.sql("DELETE FROM target_check_request WHERE check_id = :id")
                .param("id", checkId)
                .update();
        for (int i = 0; i < trials.size(); i++) {
            var trial = trials.get(i);
            jdbc.sql("""
                            INSERT INTO target_check_request (check_id, position, request, method, address, good, status, ms,
                                                              bytes, leads_to, words, mend)
                            VALUES (:id, :position, :request, :method, :address, :good, :status::int, :ms::float8,
                                    :bytes::bigint, :leadsTo, :words, :mend)""")
                    .param("id", checkId)
                    .param("position", i + 1)
                    .param("request", trial.request())
                    .param("method", trial.method())
                    .param("address", trial.address())
                    .param("good", trial.good())
                    .param("status", trial.status())
                    .param("ms", trial.ms())
                    .param("bytes", trial.bytes())
                    .param("leadsTo", trial.leadsTo())
                    .param("words", trial.words())
                    .param("mend", trial.mend())
                    .update();
        }
    }
}
