package dev.perfloop.load;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who wants a load test to end; the rows are written by the API. */
@Repository
class LoadAbortRepository {
    private final JdbcClient jdbc;

    LoadAbortRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who wants this test to end. */
    Optional<String> wantedBy(String loadTestId) {
        return jdbc.sql("SELECT requested_by FROM load_abort WHERE load_test_id = :id")
                .param("id", loadTestId)
                .query(String.class)
                .optional();
    }

    /** A test of this job that a person wanted to end, be it that its worker died over it. */
    Optional<Driven.GivenUp> ofJob(long jobKey) {
        return jdbc.sql("""
                        SELECT t.id, a.requested_by
                        FROM load_abort a
                        JOIN load_test t ON t.id = a.load_test_id
                        WHERE t.job_key = :job
                          AND t.status <> 'VALID'
                        ORDER BY a.requested_at DESC
                        LIMIT 1""")
                .param("job", jobKey)
                .query((row, n) -> new Driven.GivenUp(row.getString("id"), words(row.getString("requested_by"))))
                .optional();
    }

    static String words(String by) {
        return "The load test was aborted by " + by + ".";
    }
}
