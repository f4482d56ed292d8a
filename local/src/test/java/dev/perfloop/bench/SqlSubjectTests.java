package dev.perfloop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.validation.TurnComparison;
import dev.perfloop.validation.TurnComparison.Verdict;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements on a real server. */
class SqlSubjectTests {
    private final EmbeddedPostgres postgres;
    private final String url;

    SqlSubjectTests() throws IOException {
        postgres = EmbeddedPostgres.start();
        url = postgres.getJdbcUrl("postgres", "postgres");
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void theStatementThatReadsLessIsFaster() throws Exception {
        try (var all = new SqlSubject(url, "SELECT count(*) FROM generate_series(1, 20000)");
                var few = new SqlSubject(url, "SELECT count(*) FROM generate_series(1, 20)")) {
            var timed = new Turns(new SplittableRandom(1), System::nanoTime)
                    .take(all, few, new Turns.Course(30, 10, 5), over -> {});

            assertThat(TurnComparison.compare(timed.a(), timed.b(), 5, 1).verdict())
                    .isEqualTo(Verdict.B_FASTER);
        }
    }

    @Test
    void aStatementThatFailsSaysWhy() throws Exception {
        try (var subject = new SqlSubject(url, "SELECT 1 / (SELECT 0)")) {
            assertThatThrownBy(subject::call)
                    .isInstanceOf(SubjectFailed.class)
                    .hasMessageContaining("division by zero");
        }
    }
}
