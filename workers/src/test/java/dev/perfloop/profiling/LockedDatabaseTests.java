package dev.perfloop.profiling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.WatchedRun.Tick;
import dev.perfloop.support.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Real sessions that wait for each other, seen by the collector. */
class LockedDatabaseTests {
    private final PGSimpleDataSource library = Database.empty();
    private final List<Connection> sessions = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final Connection owner = session("owner");

    @AfterEach
    void letGo() throws SQLException {
        for (var session : sessions) {
            session.close();
        }
    }

    @Test
    void aRowLockNamesItsTableAndWhoHoldsItForNothing() throws Exception {
        execute(owner, "CREATE TABLE loan (id int PRIMARY KEY, member int)", "INSERT INTO loan VALUES (1, 1), (2, 2)");
        var clerk = session("clerk");
        execute(clerk, "BEGIN", "UPDATE loan SET member = 7 WHERE id = 1");
        waits("reader", "UPDATE loan SET member = 8 WHERE id = 1");

        try (var run = watched(waitUntilWaiting(1))) {
            assertThat(run.server().lockWaits()).singleElement().satisfies(wait -> {
                assertThat(wait.lockType()).isEqualTo("transactionid");
                assertThat(wait.relation()).isEqualTo("public.loan");
                assertThat(wait.waitingQuery()).isEqualTo("UPDATE loan SET member = $1 WHERE id = $2");
                assertThat(wait.holder()).isEqualTo("clerk");
                assertThat(wait.holderState()).isEqualTo("idle in transaction");
                assertThat(wait.holderQuery()).isEqualTo("UPDATE loan SET member = $1 WHERE id = $2");
                assertThat(wait.waits()).isEqualTo(3);
            });
        } finally {
            end(clerk, "ROLLBACK");
        }
    }

    @Test
    void whoWaitsBehindOthersWaitsForTheFirst() throws Exception {
        execute(owner, "CREATE SCHEMA \"Old\"", "CREATE TABLE \"Old\".\"Loan\" (id int)");
        var report = session("report");
        execute(report, "BEGIN", "SELECT count(*) FROM \"Old\".\"Loan\"");
        waits("migration", "ALTER TABLE \"Old\".\"Loan\" ADD COLUMN note text");
        waitUntilWaiting(1).at(0);
        waits("service", "SELECT * FROM \"Old\".\"Loan\"");

        try (var run = watched(waitUntilWaiting(2))) {
            assertThat(run.server().lockWaits())
                    .hasSize(2)
                    .allSatisfy(wait -> {
                        assertThat(wait.lockType()).isEqualTo("relation");
                        assertThat(wait.relation()).isEqualTo("Old.Loan");
                        assertThat(wait.holder()).isEqualTo("report");
                    })
                    .anySatisfy(wait -> assertThat(wait.mode()).isEqualTo("AccessExclusiveLock"))
                    .anySatisfy(wait -> assertThat(wait.mode()).isEqualTo("AccessShareLock"));
        } finally {
            end(report, "ROLLBACK");
        }
    }

    @Test
    void aTransactionThatHoldsBackVacuumIsNamed() throws Exception {
        execute(owner, "CREATE TABLE loan (id int PRIMARY KEY)");
        var export = session("export");
        execute(export, "BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT count(*) FROM loan");

        try (var run = watched(tick -> execute(owner, "INSERT INTO loan VALUES (" + tick + ")"))) {
            assertThat(run.server().openTransactions()).singleElement().satisfies(open -> {
                assertThat(open.application()).isEqualTo("export");
                assertThat(open.state()).isEqualTo("idle in transaction");
                assertThat(open.lastQuery()).isEqualTo("SELECT count(*) FROM loan");
                assertThat(open.heldBack()).isGreaterThanOrEqualTo(2);
                assertThat(open.samples()).isEqualTo(3);
            });
        } finally {
            end(export, "ROLLBACK");
        }
    }

    private WatchedRun watched(Tick each) throws IOException, InterruptedException {
        return WatchedRun.of(library, Objects.requireNonNull(library.getUser())).taken(3, each);
    }

    private void waits(String name, String sql) {
        var session = session(name);
        waiting.add(CompletableFuture.runAsync(() -> execute(session, sql), Thread::startVirtualThread));
    }

    /** Nobody is woken when a session begins to wait: ask until it does. */
    private Tick waitUntilWaiting(int many) {
        return tick -> {
            long began = System.nanoTime();
            while (System.nanoTime() - began < 10_000_000_000L
                    && !scalar(
                                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
                            .equals(Integer.toString(many))) {
                Thread.onSpinWait();
            }
        };
    }

    private void end(Connection holder, String how) {
        execute(holder, how);
        waiting.forEach(CompletableFuture::join);
    }

    private Connection session(String name) {
        try {
            var connection = library.getConnection();
            sessions.add(connection);
            execute(connection, "SET application_name = '" + name + "'");
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String scalar(String sql) {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static void execute(Connection connection, String... statements) {
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }
    }
}
