package dev.perfloop.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.Progress;
import dev.perfloop.load.gatling.RecordedSecond;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the injectors of one load meet. All times are the database's own, the one clock that they share. */
@Repository
class InjectorRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    InjectorRepository(JdbcTemplate template, ObjectMapper json) {
        this.jdbc = JdbcClient.create(template);
        this.batches = template;
        this.json = json;
    }

    /** The load test that this job took part in already; empty for a job that is new or still waits for the others. */
    Optional<String> testOf(LoadOrder order) {
        return jdbc.sql("""
                        SELECT load_test_id
                        FROM load_injector
                        WHERE meeting = :meeting AND injector = :injector AND job_key = :job
                          AND load_test_id IS NOT NULL""")
                .param("meeting", order.name())
                .param("injector", order.injector())
                .param("job", order.jobKey())
                .query(String.class)
                .optional();
    }

    /** Says that this injector is there and waits for the others. */
    void arrive(LoadOrder order) {
        jdbc.sql("""
                        INSERT INTO load_injector (meeting, injector, job_key, seen_at)
                        VALUES (:meeting, :injector, :job, clock_timestamp())
                        ON CONFLICT (meeting, injector) DO UPDATE
                        SET job_key = excluded.job_key, seen_at = excluded.seen_at, load_test_id = NULL,
                            start_at = NULL, progress = NULL, result = NULL""")
                .param("meeting", order.name())
                .param("injector", order.injector())
                .param("job", order.jobKey())
                .update();
    }

    /**
     * Waits no longer; false when there is nothing to leave. One that took part in a load test stays, so that its job is not
     * driven again for the same test.
     */
    boolean leaveUnlessBegun(LoadOrder order) {
        return jdbc.sql("""
                        DELETE FROM load_injector
                        WHERE meeting = :meeting AND injector = :injector AND job_key = :job
                          AND load_test_id IS NULL""")
                        .param("meeting", order.name())
                        .param("injector", order.injector())
                        .param("job", order.jobKey())
                        .update()
                == 1;
    }

    void breathe(LoadOrder order) {
        jdbc.sql("""
                        UPDATE load_injector
                        SET seen_at = clock_timestamp()
                        WHERE meeting = :meeting AND injector = :injector AND job_key = :job""")
                .param("meeting", order.name())
                .param("injector", order.injector())
                .param("job", order.jobKey())
                .update();
    }

    /** How many are there and have not begun; those of an earlier meeting of this name have. */
    int waiting(String meeting, Duration within) {
        return jdbc.sql("""
                        SELECT count(*)
                        FROM load_injector
                        WHERE meeting = :meeting AND load_test_id IS NULL
                          AND seen_at > clock_timestamp() - make_interval(secs => :seconds)""")
                .param("meeting", meeting)
                .param("seconds", within.toMillis() / 1000.0)
                .query(Integer.class)
                .single();
    }

    /** Injectors that breathed within so long, by number. */
    List<Integer> present(String meeting, Duration within) {
        return jdbc.sql("""
                        SELECT injector
                        FROM load_injector
                        WHERE meeting = :meeting AND seen_at > clock_timestamp() - make_interval(secs => :seconds)
                        ORDER BY injector""")
                .param("meeting", meeting)
                .param("seconds", within.toMillis() / 1000.0)
                .query(Integer.class)
                .list();
    }

    /** Lets all begin together, so long from now. */
    void begin(String meeting, String loadTestId, Duration from) {
        jdbc.sql("""
                        UPDATE load_injector
                        SET load_test_id = :id, start_at = clock_timestamp() + make_interval(secs => :seconds)
                        WHERE meeting = :meeting""")
                .param("id", loadTestId)
                .param("seconds", from.toMillis() / 1000.0)
                .param("meeting", meeting)
                .update();
    }

    /** The load test that begins, and how long it is until then; empty while the others are waited for. */
    Optional<Beginning> beginning(LoadOrder order) {
        return jdbc.sql("""
                        SELECT load_test_id, (extract(epoch FROM start_at - clock_timestamp()) * 1000)::bigint AS millis
                        FROM load_injector
                        WHERE meeting = :meeting AND injector = :injector AND load_test_id IS NOT NULL""")
                .param("meeting", order.name())
                .param("injector", order.injector())
                .query((row, n) ->
                        new Beginning(row.getString("load_test_id"), Duration.ofMillis(row.getLong("millis"))))
                .optional();
    }

    record Beginning(String loadTestId, Duration in) {}

    void progressed(LoadOrder order, Progress progress) {
        note(order, "progress", progress);
    }

    /** Of all that have begun. */
    List<Progress> progress(String meeting) {
        return read(meeting, "progress", Progress.class);
    }

    void ended(LoadOrder order, LaunchResult result) {
        note(order, "result", result);
    }

    /** Of all that have ended, in the order of the injectors. */
    List<LaunchResult> results(String meeting) {
        return read(meeting, "result", LaunchResult.class);
    }

    void add(String loadTestId, int injector, List<RecordedSecond> seconds) {
        batches.batchUpdate("""
                INSERT INTO load_injector_window (load_test_id, injector, request, second, count, errors, histogram)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", seconds, 500, (row, second) -> {
            row.setString(1, loadTestId);
            row.setInt(2, injector);
            row.setString(3, second.request());
            row.setObject(4, second.second().atOffset(ZoneOffset.UTC));
            row.setInt(5, second.count());
            row.setInt(6, second.errors());
            row.setBytes(7, second.histogram());
        });
    }

    /** What all injectors recorded; it is handed over and not kept. */
    List<RecordedSecond> takeSeconds(String loadTestId) {
        return jdbc.sql("""
                        DELETE FROM load_injector_window
                        WHERE load_test_id = :id
                        RETURNING second, request, count, errors, histogram""")
                .param("id", loadTestId)
                .query((row, n) -> new RecordedSecond(
                        row.getTimestamp("second").toInstant(),
                        row.getString("request"),
                        row.getInt("count"),
                        row.getInt("errors"),
                        row.getBytes("histogram")))
                .list();
    }

    private void note(LoadOrder order, String column, Record value) {
        jdbc.sql("UPDATE load_injector SET " + column
                        + " = :value::jsonb WHERE meeting = :meeting AND injector = :injector AND job_key = :job")
                .param("value", write(value))
                .param("meeting", order.name())
                .param("injector", order.injector())
                .param("job", order.jobKey())
                .update();
    }

    private <T> List<T> read(String meeting, String column, Class<T> type) {
        return jdbc
                .sql("SELECT " + column + " FROM load_injector WHERE meeting = :meeting AND " + column
                        + " IS NOT NULL ORDER BY injector")
                .param("meeting", meeting)
                .query(String.class)
                .list()
                .stream()
                .map(text -> parse(text, type))
                .toList();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T parse(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A row of load_injector cannot be read", damaged);
        }
    }
}
