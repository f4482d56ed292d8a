package dev.perfloop.profiling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A target without pg_stat_statements: what samples of the sessions met is all that is known of its statements. */
class UncountedStatementsTests {
    private final PGSimpleDataSource library = Database.empty();

    @Test
    void theStatementsThatSamplesMeetAreDiagnosed() throws Exception {
        try (var owner = library.getConnection();
                var service = library.getConnection()) {
            execute(owner, "DROP EXTENSION pg_stat_statements");
            execute(owner, "CREATE TABLE loan (id int PRIMARY KEY, member int, note text)");
            execute(owner, "INSERT INTO loan SELECT i, i % 20000, repeat('x', 60) FROM generate_series(1, 400000) i");
            execute(owner, "VACUUM ANALYZE loan");
            var over = new AtomicBoolean();
            var busy = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; !over.get(); i++) {
                            execute(service, "SELECT * FROM loan WHERE member = " + i % 20000);
                        }
                    },
                    Thread::startVirtualThread);

            try (var run = WatchedRun.of(library, requireNonNull(library.getUser()), "objectives: { p95: 1ms }")
                    .counted()
                    .taken(12, tick -> untilActive(owner))) {
                over.set(true);
                busy.join();

                assertThat(run.profile().statements()).anySatisfy(it -> {
                    assertThat(it.query()).isEqualTo("SELECT * FROM loan WHERE member = $1");
                    assertThat(it.dbTimeShare()).isGreaterThan(0.9);
                    assertThat(it.totalMs()).isPositive();
                    assertThat(it.calls()).isZero();
                });
                assertThat(run.plan("member").json()).contains("Scan", "(loan.member = $1)");
                assertThat(run.blindSpots())
                        .anySatisfy(it -> assertThat(it).contains("samples of pg_stat_activity"))
                        .anySatisfy(it -> assertThat(it).contains("CREATE EXTENSION pg_stat_statements;"));
                assertThat(run.blindSpots())
                        .anySatisfy(it -> assertThat(it)
                                .contains("how often each statement runs in one request", "has no pg_stat_statements"));
                // How long twelve ticks take is the machine's affair: four fifths of the requests' time were the
                // database's.
                double databaseMs = run.profile().statements().stream()
                        .mapToDouble(it -> it.totalMs())
                        .sum();
                var result = run.diagnosed(10, databaseMs / 8);
                assertThat(result.bottlenecks().getFirst()).contains("member");
                assertThat(result.findings()).first().satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("MISSING_INDEX");
                    assertThat(finding.impact()).isGreaterThan(30);
                });
            }
        }
    }

    /** Nobody is woken when a session begins to work: ask until it does. */
    private static void untilActive(Connection owner) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < 10_000_000_000L && !isActive(owner)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isActive(Connection owner) {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("""
                        SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                                       WHERE state = 'active' AND query LIKE 'SELECT * FROM loan%'
                                         AND datname = current_database())""")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
