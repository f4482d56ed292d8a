package dev.perfloop.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.RecordedSecond;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LoadTestRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    LoadTestRepository(JdbcTemplate template, ObjectMapper json) {
        this.jdbc = JdbcClient.create(template);
        this.batches = template;
        this.json = json;
    }

    /** Tests that this job began and whose worker died: what they measured is incomplete. */
    int loseRunning(long jobKey, Instant at) {
        return jdbc.sql("""
                        UPDATE load_test
                        SET status = 'LOST', invalid_reason = 'Its worker was gone before it ended.', ended_at = :at
                        WHERE job_key = :job AND status = 'RUNNING'""").param("job", jobKey).param("at", at(at)).update();
    }

    /** Tests that outlived their run. */
    int loseLeft(Instant runEndedBefore, Instant at) {
        return jdbc.sql("""
                        UPDATE load_test t
                        SET status = 'LOST', invalid_reason = 'Its run ended while its worker was gone.', ended_at = :at
                        FROM run r
                        WHERE r.id = t.run_id AND r.ended_at < :before AND t.status = 'RUNNING'""")
                .param("before", at(runEndedBefore))
                .param("at", at(at))
                .update();
    }

    /** A test that this job already finished, when only the engine did not hear of it. */
    Optional<String> validOf(long jobKey) {
        return jdbc.sql("SELECT id FROM load_test WHERE job_key = :job AND status = 'VALID'")
                .param("job", jobKey)
                .query(String.class)
                .optional();
    }

    /** What came of a test; empty while it runs. */
    Optional<Driven> end(String id) {
        return jdbc.sql("SELECT status, invalid_reason FROM load_test WHERE id = :id AND status <> 'RUNNING'")
                .param("id", id)
                .query((row, n) -> switch (row.getString("status")) {
                    case "VALID" -> (Driven) new Driven.Valid(id);
                    case "ABORTED" -> new Driven.GivenUp(id, row.getString("invalid_reason"));
                    default -> new Driven.Invalid(id);
                })
                .optional();
    }

    /** Returns the id of the new row. */
    String open(LoadOrder order, LoadConfig config, Instant at) {
        int earlier = jdbc.sql("SELECT count(*) FROM load_test WHERE id = :name OR id LIKE :name || '.%'")
                .param("name", order.name())
                .query(Integer.class)
                .single();
        String id = earlier == 0 ? order.name() : order.name() + "." + (earlier + 1);
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at)
                        VALUES (:id, :run, :phase, :profile, :round, :attempt, :job, :config::jsonb, 'RUNNING', :at)""")
                .param("id", id)
                .param("run", order.run().value())
                .param("phase", order.phase().name())
                .param("profile", order.profile().name())
                .param("round", order.round())
                .param("attempt", order.attempt())
                .param("job", order.jobKey())
                .param("config", write(config))
                .param("at", at(at))
                .update();
        return id;
    }

    void add(String id, List<RecordedSecond> seconds) {
        batches.batchUpdate("""
                INSERT INTO load_window (load_test_id, request, second, count, errors, histogram)
                VALUES (?, ?, ?, ?, ?, ?)""", seconds, 500, (row, second) -> {
            row.setString(1, id);
            row.setString(2, second.request());
            row.setObject(3, at(second.second()));
            row.setInt(4, second.count());
            row.setInt(5, second.errors());
            row.setBytes(6, second.histogram());
        });
    }

    List<RecordedSecond> secondsOf(String id) {
        return jdbc.sql("""
                        SELECT second, request, count, errors, histogram
                        FROM load_window
                        WHERE load_test_id = :id
                        ORDER BY second, request""")
                .param("id", id)
                .query((row, n) -> new RecordedSecond(
                        row.getTimestamp("second").toInstant(),
                        row.getString("request"),
                        row.getInt("count"),
                        row.getInt("errors"),
                        row.getBytes("histogram")))
                .list();
    }

    /** Writes the result of a test that is still ours, and forgets the seconds after its last arrival. */
    void judge(String id, Measurement measurement, List<String> reasons, Instant at) {
        jdbc.sql("""
                        UPDATE load_test
                        SET status = :status, invalid_reason = :reason, steady_from = :steady, ended_at = :at,
                            broke_off = :broke, result = :result::jsonb
                        WHERE id = :id AND status = 'RUNNING'""")
                .param("status", reasons.isEmpty() ? "VALID" : "INVALID")
                .param("reason", reasons.isEmpty() ? null : String.join(" ", reasons))
                .param("steady", at(measurement.steadyFrom()))
                .param("broke", measurement.brokeOff())
                .param("at", at(at))
                .param("result", write(measurement.result()))
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM load_window WHERE load_test_id = :id AND second >= :to")
                .param("id", id)
                .param("to", at(measurement.steadyTo()))
                .update();
    }

    /** Whether another try of the same test broke off. */
    boolean brokeOffBefore(String id) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM load_test own
                            JOIN load_test other USING (run_id, phase, profile, round)
                            WHERE own.id = :id AND other.id <> own.id AND other.broke_off)""").param("id", id).query(Boolean.class).single();
    }

    /** Ends a test that gave no result. */
    void fail(String id, String status, String reason, Instant at) {
        jdbc.sql("""
                        UPDATE load_test
                        SET status = :status, invalid_reason = :reason, ended_at = :at
                        WHERE id = :id AND status = 'RUNNING'""")
                .param("status", status)
                .param("reason", reason)
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    void keepReport(String id, String folder) {
        jdbc.sql("UPDATE load_test SET report_path = :folder WHERE id = :id")
                .param("folder", folder)
                .param("id", id)
                .update();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
