package dev.perfloop.change.guard;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of the guards' answers. */
@Repository
class GuardRepository {
    private final JdbcClient jdbc;

    /**
     * @param since the first time
     * @param times so often
     */
    record Held(Instant since, int times) {}

    GuardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String changeId, Instant at, String guard, String answer, String words) {
        jdbc.sql("""
                        INSERT INTO change_guard (change_id, at, guard, answer, words)
                        VALUES (:change, :at, :guard, :answer, :words)""")
                .param("change", changeId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("guard", guard)
                .param("answer", answer)
                .param("words", words)
                .update();
    }

    /** Of a change that was held back at least once. */
    Held held(String changeId) {
        return jdbc.sql("""
                        SELECT min(at) AS since, count(*) AS times
                        FROM change_guard
                        WHERE change_id = :change AND answer = 'WAIT'""")
                .param("change", changeId)
                .query((row, n) ->
                        new Held(row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("times")))
                .single();
    }

    /** For any change of the run, since then. */
    boolean has(RunId run, String guard, String answer, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM change_guard g
                            JOIN change c ON c.id = g.change_id
                            WHERE c.run_id = :run AND g.guard = :guard AND g.answer = :answer AND g.at >= :since)""")
                .param("run", run.value())
                .param("guard", guard)
                .param("answer", answer)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    boolean has(String changeId, String answer) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM change_guard WHERE change_id = :change AND answer = :answer)")
                .param("change", changeId)
                .param("answer", answer)
                .query(Boolean.class)
                .single();
    }
}
