package dev.perfloop.profiling.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.whatif.Pretence.Index;
import dev.perfloop.support.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SampledCopyTests {
    private static final Index BY_PATIENT = new Index("Ward", "Visit", "(\"patientId\")");
    private static final String VISITS_OF_A_PATIENT = "SELECT * FROM \"Ward\".\"Visit\" WHERE \"patientId\" = $1";

    private final PGSimpleDataSource target = Database.empty();
    private final JdbcClient jdbc = JdbcClient.create(target);

    @BeforeEach
    void makeTables() {
        jdbc.sql("CREATE SCHEMA \"Ward\"").update();
        jdbc.sql("""
                        CREATE TABLE "Ward"."Visit" (id bigint PRIMARY KEY, "patientId" bigint NOT NULL, note text NOT NULL,
                                                     doubled bigint GENERATED ALWAYS AS (id * 2) STORED)""").update();
        jdbc.sql("""
                        INSERT INTO "Ward"."Visit" SELECT n, n % 20000, repeat('x', 60) FROM generate_series(1, 200000) n""").update();
        jdbc.sql("CREATE VIEW \"Ward\".recent AS SELECT * FROM \"Ward\".\"Visit\" WHERE id > 100")
                .update();
        jdbc.sql("ANALYZE").update();
    }

    @Test
    void thePlannerBelievesInAnIndexThatIsBuiltOnThePart() throws SQLException {
        onCopy(4L << 20, copy -> {
            double without =
                    copy.plan(VISITS_OF_A_PATIENT, Set.of()).orElseThrow().cost();
            var with = copy.plan(VISITS_OF_A_PATIENT, Set.of(BY_PATIENT)).orElseThrow();

            assertThat(with.used()).containsExactly(BY_PATIENT);
            assertThat(with.cost()).isLessThan(without / 10);
            assertThat(copy.plan(VISITS_OF_A_PATIENT, Set.of()).orElseThrow().used())
                    .as("what is not offered is not seen")
                    .isEmpty();
        });
    }

    @Test
    void whatAPartTakesForetellsWhatTheWholeWillTake() throws SQLException {
        var open = new Index("Ward", "Visit", "(id) WHERE \"patientId\" < 8000");
        jdbc.sql("CREATE INDEX built ON \"Ward\".\"Visit\" (id) WHERE \"patientId\" < 8000")
                .update();
        double real = jdbc.sql("SELECT pg_relation_size('\"Ward\".built')")
                .query(Double.class)
                .single();

        onCopy(
                8L << 20,
                copy -> assertThat(copy.bytes(open).orElseThrow() / real).isCloseTo(1, within(0.25)));
    }

    @Test
    void keysThatThePartShowsLessOftenAreKeptOnce() throws SQLException {
        jdbc.sql("CREATE INDEX built ON \"Ward\".\"Visit\" (\"patientId\", note)")
                .update();
        double real = jdbc.sql("SELECT pg_relation_size('\"Ward\".built')")
                .query(Double.class)
                .single();

        onCopy(
                4L << 20,
                copy -> assertThat(copy.bytes(new Index("Ward", "Visit", "(\"patientId\", note)"))
                                        .orElseThrow()
                                / real)
                        .isCloseTo(1, within(0.25)));
    }

    @Test
    void aStatementThatReadsIsRunWithValuesThatAreThere() throws SQLException {
        onCopy(32L << 20, copy -> {
            double without =
                    copy.milliseconds(VISITS_OF_A_PATIENT, 10, Set.of()).orElseThrow();
            double with = copy.milliseconds(VISITS_OF_A_PATIENT, 10, Set.of(BY_PATIENT))
                    .orElseThrow();

            assertThat(with).isPositive().isLessThan(without);
        });
    }

    @Test
    void whatOthersCouldNoticeIsNotRun() throws SQLException {
        jdbc.sql("CREATE SEQUENCE numbers").update();

        onCopy(4L << 20, copy -> {
            assertThat(copy.milliseconds(
                            "SELECT nextval('numbers') FROM \"Ward\".\"Visit\" WHERE id = $1", 1, Set.of()))
                    .isEmpty();
            assertThat(copy.milliseconds("DELETE FROM \"Ward\".\"Visit\" WHERE id = $1", 1, Set.of()))
                    .isEmpty();
        });
        assertThat(jdbc.sql("SELECT is_called FROM numbers")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void nothingOfItIsLeftBehind() throws SQLException {
        onCopy(4L << 20, copy -> copy.plan(VISITS_OF_A_PATIENT, Set.of(BY_PATIENT)));

        assertThat(jdbc.sql("SELECT relname FROM pg_class WHERE relpersistence = 't' OR relname LIKE 'perfloop%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void aStatementThatGoesElsewhereHasNoPlanHere() throws SQLException {
        onCopy(
                4L << 20,
                copy -> assertThat(copy.plan("SELECT * FROM \"Ward\".recent WHERE id = $1", Set.of()))
                        .isEmpty());
    }

    @Test
    void anIndexThatCannotBeHasNoSizeAndBreaksNothing() throws SQLException {
        onCopy(4L << 20, copy -> {
            assertThat(copy.bytes(new Index("Ward", "Visit", "USING gin (\"patientId\")")))
                    .isEmpty();
            assertThat(copy.plan(VISITS_OF_A_PATIENT, Set.of(BY_PATIENT))).isPresent();
        });
    }

    private void onCopy(long mostBytes, Consumer<SampledCopy> deed) throws SQLException {
        try (var connection = target.getConnection()) {
            connection.setAutoCommit(false);
            var session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var copy = new SampledCopy(
                    new PlanRepository(session),
                    new CopyRepository(session, 180000),
                    new SavepointRepository(session),
                    new RunRepository(session),
                    180000);
            copy.take(CopyPlan.of(List.of(facts()), mostBytes, mostBytes));
            deed.accept(copy);
            connection.rollback();
        }
    }

    private TableFacts facts() {
        long size = jdbc.sql("SELECT pg_relation_size('\"Ward\".\"Visit\"')")
                .query(Long.class)
                .single();
        return new TableFacts("Ward", "Visit", "r", 200_000, size / 8192, size, 0, 0, 0, 0, 0, 0, List.of());
    }
}
