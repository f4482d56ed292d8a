package dev.perfloop.change;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of what was sent to a target: written before it is sent, completed when it answers. */
@Repository
class ChangeStatementRepository {
    static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;

    ChangeStatementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long sending(String changeId, String statement, Instant at) {
        return jdbc.sql("""
                        INSERT INTO change_statement (change_id, statement, at)
                        VALUES (:change, :statement, :at)
                        RETURNING id""")
                .param("change", changeId)
                .param("statement", statement)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void answered(long id, Duration took, @Nullable String sqlState, @Nullable String error) {
        jdbc.sql("UPDATE change_statement SET millis = :millis, sql_state = :state, error = :error WHERE id = :id")
                .param("millis", took.toMillis())
                .param("state", sqlState)
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** When the target last answered this statement of the change without an error; empty when it never did. */
    Optional<Instant> answeredAt(String changeId, String statement) {
        return jdbc.sql("""
                        SELECT max(at + make_interval(secs => millis / 1000.0)) AS answered_at
                        FROM change_statement
                        WHERE change_id = :change AND statement = :statement
                          AND millis IS NOT NULL AND error IS NULL
                        HAVING count(*) > 0""")
                .param("change", changeId)
                .param("statement", statement)
                .query((row, n) ->
                        row.getObject("answered_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The latest of these statements that the target answered without an error; empty when there is none. */
    Optional<String> lastAnswered(String changeId, Collection<String> statements) {
        return jdbc.sql("""
                        SELECT statement
                        FROM change_statement
                        WHERE change_id = :change AND statement IN (:statements)
                          AND millis IS NOT NULL AND error IS NULL
                        ORDER BY id DESC
                        LIMIT 1""")
                .param("change", changeId)
                .param("statements", statements)
                .query(String.class)
                .optional();
    }

    /** The time that the slowest answered statement of a change took; empty when none was sent. */
    Optional<Duration> slowest(String changeId) {
        return jdbc.sql(
                        "SELECT max(millis) FROM change_statement WHERE change_id = :change HAVING max(millis) IS NOT NULL")
                .param("change", changeId)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /** How many statements of this change could not get their lock. */
    int lockFailures(String changeId) {
        return jdbc.sql("""
                        SELECT count(*) FROM change_statement
                        WHERE change_id = :change AND sql_state = :state""")
                .param("change", changeId)
                .param("state", LOCK_NOT_AVAILABLE)
                .query(Integer.class)
                .single();
    }
}
