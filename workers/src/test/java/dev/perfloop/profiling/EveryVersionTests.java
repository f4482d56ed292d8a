package dev.perfloop.profiling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perfloop.profiling.ServerFacts.ForeignKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole capture against a server of each supported major version, by roles with all rights, pg_monitor and none. */
class EveryVersionTests {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everythingIsCapturedFromEachVersion(int major) throws Exception {
        assumeTrue(ServerOfMajor.isThere(major), "no binaries of this version");
        try (var server = ServerOfMajor.start(major);
                var connection = prepared(server)) {
            everythingIsSeen(server, connection, major);
            aMonitoringRoleSeesStatistics(server, connection);
            aRoleWithoutRightsSeesLittleAndSaysSo(server, connection);
        }
    }

    private static void everythingIsSeen(ServerOfMajor server, Connection service, int major) throws Exception {
        try (var run = WatchedRun.of(server.database(), "postgres");
                var idle = server.database().getConnection()) {
            idle.setAutoCommit(false);
            execute(idle, "SELECT txid_current()");
            run.taken(2, tick -> {
                execute(service, "SELECT count(*) FROM \"Shelf\".\"Loan\" WHERE member = " + tick);
                execute(service, "UPDATE \"Shelf\".\"Loan\" SET member = member WHERE id = " + tick);
                execute(service, "SELECT note FROM \"Shelf\".\"Loan\" WHERE id > " + tick + " ORDER BY id LIMIT 20");
                execute(service, "CHECKPOINT");
                flush(service, major);
            });
            idle.rollback();

            var profile = run.profile();
            assertThat(profile.settings()).containsKeys("work_mem", "max_wal_size", "compute_query_id");
            assertThat(profile.statements()).anySatisfy(it -> {
                assertThat(it.query()).contains("SELECT count(*)");
                assertThat(it.calls()).isEqualTo(2);
                assertThat(it.details().maxMs()).isPositive();
            });
            var loan = profile.tables().stream()
                    .filter(it -> it.name().equals("Loan"))
                    .findFirst()
                    .orElseThrow();
            assertThat(loan.upkeep().lastAnalysed()).isNotNull();
            assertThat(loan.upkeep().expectedPages()).isBetween(0.5 * loan.pages(), 1.2 * loan.pages());
            assertThat(profile.indexes()).anySatisfy(it -> {
                assertThat(it.made().definition()).contains("Loan_pkey");
                assertThat(it.made().constraint()).isTrue();
            });
            var facts = run.server();
            assertThat(facts.foreignKeys())
                    .contains(new ForeignKey(
                            "loan_member",
                            "Shelf",
                            "Loan",
                            List.of("member"),
                            "public",
                            "member",
                            List.of("id"),
                            "CASCADE"));
            assertThat(facts.extensions()).contains("pg_stat_statements");
            assertThat(facts.openTransactions()).anySatisfy(it -> {
                assertThat(it.state()).isEqualTo("idle in transaction");
                assertThat(it.lastQuery()).contains("txid_current");
                assertThat(it.heldBack()).isNotNull();
            });
            // Version 14 sends its counters twice a second at most, and cannot be asked to.
            assertThat(requireNonNull(facts.work()).commits()).isGreaterThan(major == 14 ? -1 : 0);
            assertThat(requireNonNull(facts.checkpoints()).requested()).isGreaterThan(major == 14 ? -1 : 0);
            assertThat(facts.io().isEmpty()).isEqualTo(major < 16);
            assertThat(run.plan("SELECT count(*)").json()).contains("Loan", "$1");
            assertThat(run.plan("LIMIT").how()).isEqualTo("SAMPLED_CONSTANTS");
            assertThat(run.plan("LIMIT").json()).contains("Index Scan", "Loan", "$1", "\"Plan Rows\": 20,");
        }
    }

    private static void aMonitoringRoleSeesStatistics(ServerOfMajor server, Connection service) throws Exception {
        try (var run = WatchedRun.of(server.database(), "monitor")) {
            run.taken(2, tick -> execute(service, "SELECT count(*) FROM \"Shelf\".\"Loan\" WHERE member = " + tick));

            assertThat(run.profile().statements())
                    .extracting(StatementFacts::query)
                    .anySatisfy(it -> assertThat(it).contains("SELECT count(*)"));
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("plan", "GRANT"))
                    .noneSatisfy(it -> assertThat(it).contains("GRANT pg_monitor"));
        }
    }

    private static void aRoleWithoutRightsSeesLittleAndSaysSo(ServerOfMajor server, Connection service)
            throws Exception {
        try (var run = WatchedRun.of(server.database(), "guest")) {
            run.taken(2, tick -> execute(service, "SELECT count(*) FROM \"Shelf\".\"Loan\" WHERE member = " + tick));

            assertThat(run.profile().statements()).isEmpty();
            assertThat(run.profile().tables()).isNotEmpty();
            assertThat(run.server().foreignKeys()).isNotEmpty();
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("GRANT pg_monitor TO guest;"))
                    .anySatisfy(it -> assertThat(it).contains("GRANT pg_read_all_data TO guest;"));
        }
    }

    private static Connection prepared(ServerOfMajor server) throws SQLException {
        var connection = server.database().getConnection();
        for (String statement : List.of(
                "CREATE EXTENSION pg_stat_statements",
                "CREATE ROLE monitor LOGIN IN ROLE pg_monitor",
                "CREATE ROLE guest LOGIN",
                "CREATE SCHEMA \"Shelf\"",
                "CREATE TABLE member (id int PRIMARY KEY)",
                "INSERT INTO member SELECT generate_series(0, 99)",
                "CREATE TABLE \"Shelf\".\"Loan\" (id int CONSTRAINT \"Loan_pkey\" PRIMARY KEY,"
                        + " member int CONSTRAINT loan_member REFERENCES member ON DELETE CASCADE, note text)",
                "INSERT INTO \"Shelf\".\"Loan\" SELECT i, i % 100, repeat('x', 50) FROM generate_series(1, 20000) i",
                "VACUUM ANALYZE",
                "SELECT pg_stat_statements_reset()")) {
            execute(connection, statement);
        }
        return connection;
    }

    private static void flush(Connection connection, int major) {
        if (major >= 15) {
            execute(connection, "SELECT pg_stat_force_next_flush()");
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
