package dev.perfloop.profiling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.profiling.ConcretePlans.ConcretePlan;
import dev.perfloop.profiling.constants.Draw;
import dev.perfloop.support.Database;
import dev.perfloop.target.TargetUnavailable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Plans are asked for when the service is at its worst: what goes wrong with one is said, and the rest is kept. */
class PlanCaptureTests {
    private final PGSimpleDataSource library = Database.empty();
    private Connection service;

    @BeforeEach
    void fill() throws SQLException {
        service = library.getConnection();
        execute(
                "CREATE TABLE loan (id int PRIMARY KEY, member int, note text)",
                "INSERT INTO loan SELECT i, CASE WHEN i % 10 < 8 THEN 7777 ELSE i % 500 END, 'note ' || i FROM generate_series(1, 20000) i",
                "CREATE INDEX loan_member ON loan (member)",
                "CREATE TABLE fine (id int PRIMARY KEY, paid bool)",
                "INSERT INTO fine SELECT i, false FROM generate_series(1, 100) i",
                "ANALYZE");
    }

    @AfterEach
    void leave() throws SQLException {
        service.close();
    }

    @Test
    void aTableThatIsLockedCostsItsPlanOnly() throws Exception {
        try (var run = watched("guards: { lockTimeout: 50ms }", usual());
                var migration = library.getConnection()) {
            migration.setAutoCommit(false);
            migration.createStatement().execute("LOCK TABLE loan IN ACCESS EXCLUSIVE MODE");

            run.planned();

            assertThat(run.plan("FROM fine").how()).isEqualTo("GENERIC_PLAN");
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("the plan of statement", "lock timeout"));
            migration.rollback();
        }
    }

    @Test
    void aTableThatIsGoneCostsItsPlanOnly() throws Exception {
        try (var run = watched("", usual())) {
            execute("DROP TABLE loan");

            run.planned();

            assertThat(run.plan("FROM fine").json()).contains("fine");
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("the plan of statement", "\"loan\" does not exist"));
        }
    }

    @Test
    void aStatementThatTakesTooLongToPlanCostsItsPlanOnly() throws Exception {
        execute("""
                CREATE FUNCTION newest() RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_sleep(30) WHERE current_setting('application_name') = 'perfloop';
                    RETURN 20000;
                END $$""");
        library.setDatabaseName(library.getDatabaseName() + "?options=-c%20statement_timeout=300");
        try (var run = watched("", tick -> {
            execute("SELECT note FROM loan WHERE id = newest()");
            execute("SELECT count(*) FROM fine WHERE id = " + tick);
        })) {
            run.planned();

            assertThat(run.plan("FROM fine").json()).contains("fine");
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("the plan of statement", "statement timeout"));
        }
    }

    @Test
    void aSessionThatIsEndedCostsItsPlanOnly() throws Exception {
        execute("""
                CREATE FUNCTION newest() RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_terminate_backend(pg_backend_pid()) WHERE current_setting('application_name') = 'perfloop';
                    RETURN 20000;
                END $$""");
        try (var run = watched("", tick -> execute("SELECT note FROM loan WHERE id = newest()"))) {
            run.planned();

            assertThat(run.plans()).isEmpty();
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("the plan of statement", "does not answer"));
        }
    }

    @Test
    void aServerThatIsAwayIsWaitedForInsteadOfDiagnosedWithoutPlans() throws Exception {
        try (var run = watched("", usual())) {
            run.leftByItsServer();

            assertThatThrownBy(run::planned).isInstanceOf(TargetUnavailable.class);
            assertThat(run.blindSpots()).noneSatisfy(it -> assertThat(it).contains("the plan of statement"));
        }
    }

    @Test
    void aPageIsPlannedAsAPage() throws Exception {
        try (var run = watched("", tick -> {
            execute("SELECT * FROM loan WHERE id > " + tick + " ORDER BY note, id LIMIT 20");
            execute("SELECT id FROM loan ORDER BY note, id LIMIT 20 OFFSET 4000");
        })) {
            run.planned();

            var page = run.plan("SELECT *");
            assertThat(page.how()).isEqualTo("SAMPLED_CONSTANTS");
            assertThat(page.json()).contains("\"(loan.id > $1)\"", "\"Plan Rows\": 20,");
            assertThat(run.plan("OFFSET").how()).isEqualTo("GENERIC_PLAN");
        }
    }

    @Test
    void plansForCommonAndRareValuesAreKeptWithoutTheValues() throws Exception {
        try (var run = watched("", usual())) {
            run.planned();

            assertThat(planned(run, "member", Draw.COMMON).json()).contains("Seq Scan", "(loan.member = $1)");
            assertThat(planned(run, "member", Draw.RARE).json()).contains("loan_member", "(loan.member = $1)");
            assertThat(run.concrete().plans())
                    .allSatisfy(it -> assertThat(it.json()).doesNotContain("7777", "Actual Rows"))
                    .anySatisfy(it -> assertThat(it.from()).containsExactly("public.loan.member"));
            assertThat(run.blindSpots())
                    .anySatisfy(
                            it -> assertThat(it).contains("whether plans meet the rows", "guards: { analyse: true }"));
        }
    }

    @Test
    void whereItIsAllowedStatementsAreRunThatOnlyRead() throws Exception {
        execute(
                "CREATE FUNCTION stamped(int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN $1; END'",
                "CREATE VIEW stamp AS SELECT stamped(id) AS id FROM fine");
        try (var run = watched("guards: { analyse: true }", tick -> {
            usual().at(tick);
            execute("UPDATE fine SET paid = true WHERE id = " + tick);
            execute("SELECT max(id) FROM stamp");
            execute("SELECT paid FROM fine WHERE id = " + tick + " FOR UPDATE");
        })) {
            execute("UPDATE fine SET paid = false");

            run.planned();

            var common = planned(run, "member", Draw.COMMON);
            assertThat(common.analysed()).isTrue();
            assertThat(common.json()).contains("\"Actual Rows\":16000", "Shared Hit Blocks", "Actual Total Time");
            assertThat(planned(run, "UPDATE fine", Draw.COMMON).analysed()).isFalse();
            assertThat(planned(run, "FOR UPDATE", Draw.COMMON).analysed()).isFalse();
            assertThat(planned(run, "FROM stamp", Draw.COMMON).analysed()).isFalse();
            assertThat(run.blindSpots())
                    .anySatisfy(it -> assertThat(it).contains("could not be tried", "stamped", "more than read"))
                    .noneSatisfy(it -> assertThat(it).contains("guards: { analyse: true }"));
            assertThat(scalar("SELECT count(*) FROM fine WHERE paid")).isEqualTo("0");
        }
    }

    private ConcretePlan planned(WatchedRun run, String statementPart, Draw draw) {
        long id = run.plan(statementPart).queryId();
        return run.concrete().plans().stream()
                .filter(it -> it.queryId() == id && it.draw() == draw)
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.blindSpots()));
    }

    private WatchedRun watched(String more, WatchedRun.Tick load) throws IOException, InterruptedException {
        return WatchedRun.of(library, requireNonNull(library.getUser()), more).watched(2, load);
    }

    private WatchedRun.Tick usual() {
        return tick -> {
            execute("SELECT count(*) FROM loan WHERE member = " + tick);
            execute("SELECT paid FROM fine WHERE id = " + tick);
        };
    }

    private String scalar(String sql) throws SQLException {
        try (var statement = service.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String... statements) {
        for (String sql : statements) {
            try (var statement = service.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }
    }
}
