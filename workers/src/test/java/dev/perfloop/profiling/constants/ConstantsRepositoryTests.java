package dev.perfloop.profiling.constants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.support.Database;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Normalised statements, as pg_stat_statements keeps them, on a real database. */
class ConstantsRepositoryTests {
    private static Sampling library;

    @BeforeAll
    static void fill() throws SQLException {
        library = Sampling.of(
                Database.empty(),
                "CREATE TYPE state AS ENUM ('LENT', 'BACK', 'LOST')",
                "CREATE SCHEMA \"Shelf\"",
                """
                CREATE TABLE "Shelf"."Loan" ("loanId" bigint PRIMARY KEY, member int, state state, "dueOn" date,
                    title varchar(200), tags text[], note jsonb, fee numeric(8, 2))""",
                """
                INSERT INTO "Shelf"."Loan"
                SELECT i, CASE WHEN i % 10 < 8 THEN 7 ELSE i % 500 END,
                       (CASE WHEN i % 100 = 0 THEN 'LOST' WHEN i % 3 = 0 THEN 'LENT' ELSE 'BACK' END)::state,
                       date '2020-01-01' + i % 4000, 'Title \\ of ''' || i || '''', ARRAY['t' || i % 5, 'all'],
                       jsonb_build_object('n', i % 3), i % 90
                FROM generate_series(1, 20000) i""",
                "CREATE TABLE line (loan bigint, number int, code text, PRIMARY KEY (loan, number))",
                "INSERT INTO line SELECT i, j, 'c' || i FROM generate_series(1, 3000) i, generate_series(1, 3) j",
                "CREATE TABLE day (at date NOT NULL, id int) PARTITION BY RANGE (at)",
                "CREATE TABLE day_1 PARTITION OF day FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')",
                "CREATE TABLE day_2 PARTITION OF day FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')",
                "INSERT INTO day SELECT date '2024-01-01' + i % 60, i FROM generate_series(0, 999) i",
                "CREATE VIEW lent AS SELECT member AS who, \"dueOn\" FROM \"Shelf\".\"Loan\" WHERE state = 'LENT'");
        library.execute("CREATE TABLE fresh (id int, name text)", "INSERT INTO fresh VALUES (42, 'Ada')");
    }

    @AfterAll
    static void leave() throws SQLException {
        library.close();
    }

    @Test
    void aSkewIsSeenByACommonAndARareValue() throws SQLException {
        var statements = library.concrete("SELECT * FROM \"Shelf\".\"Loan\" WHERE member = $1")
                .statements();

        assertThat(statements).extracting(ConcreteStatement::draw).containsExactly(Draw.COMMON, Draw.RARE);
        assertThat(statements.getFirst().sql())
                .isEqualTo("SELECT * FROM \"Shelf\".\"Loan\" WHERE member = CAST('7' AS integer)");
        assertThat(library.rows(statements.getFirst())).isGreaterThan(10000);
        assertThat(library.rows(statements.getLast())).isBetween(1, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE \"loanId\" = $1",
                "SELECT * FROM \"Shelf\".\"Loan\" l WHERE $1 = l.title",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE lower(title) = $1",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE state = $1 AND fee IN ($2, $3, $4)",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE state = $1::state AND title LIKE $2",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE member = ANY ($1)",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE tags @> $1",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE $1 = ANY (tags)",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE note @> $1",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE note ->> 'n' = $1",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE to_tsvector('simple', title) @@ to_tsquery('simple', $1)",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE (\"dueOn\", \"loanId\") > ($1, $2) ORDER BY \"dueOn\", \"loanId\" LIMIT $3",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE \"dueOn\" BETWEEN $1 AND $2 ORDER BY fee DESC LIMIT $3 OFFSET $4",
                "SELECT * FROM \"Shelf\".\"Loan\" ORDER BY fee FETCH FIRST $1 ROWS ONLY",
                "SELECT who FROM lent WHERE who = $1 AND \"dueOn\" >= $2",
                "SELECT * FROM line WHERE loan = $1 AND number = $2",
                "SELECT * FROM line WHERE code = ANY ($1) AND number = $2",
                "SELECT count(*) FROM line a JOIN \"Shelf\".\"Loan\" b ON a.loan = b.\"loanId\" WHERE b.member = $1 AND a.code > $2",
                "SELECT * FROM line WHERE loan IN (SELECT \"loanId\" FROM \"Shelf\".\"Loan\" x WHERE x.member = $1)",
                "SELECT * FROM day WHERE at = $1",
                "SELECT * FROM fresh WHERE name = $1",
                "SELECT * FROM \"Loan\" WHERE member = $1 AND state <> $2",
                "SELECT title /* ? */, '$1 :x ?' FROM \"Shelf\".\"Loan\" WHERE note ? $1",
                "SELECT date_trunc($1, \"dueOn\"), count(*) FROM \"Shelf\".\"Loan\" WHERE member = $2 GROUP BY date_trunc($3, \"dueOn\")",
                "SELECT extract($1 FROM \"dueOn\"), sum(fee * ($2 - fee)) FROM \"Shelf\".\"Loan\" GROUP BY extract($3 FROM \"dueOn\")",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE \"dueOn\" < date $1 + interval $2 month",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE \"dueOn\" + $1 >= $2",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE \"dueOn\" > now() - $1",
                "SELECT * FROM line WHERE substring(code, $1, $2) = $3",
                "SELECT $1::text || title FROM \"Shelf\".\"Loan\""
            })
    void whatIsGivenConstantsFindsRows(String statement) throws SQLException {
        var common = library.concrete(statement).common();

        assertThat(library.rows(common)).as(common.sql()).isPositive();
    }

    @Test
    void valuesWithQuotesAndBackslashesArriveAsTheyAre() throws SQLException {
        assertThat(library.common("SELECT * FROM \"Shelf\".\"Loan\" WHERE title = $1"))
                .singleElement()
                .asString()
                .matches("Title \\\\ of '\\d+'");
    }

    @Test
    void aListHoldsDifferentValues() throws SQLException {
        assertThat(library.common("SELECT 1 FROM \"Shelf\".\"Loan\" WHERE fee IN ($1, $2, $3)"))
                .doesNotHaveDuplicates();
        assertThat(library.common("SELECT 1 FROM \"Shelf\".\"Loan\" WHERE state = ANY ($1)"))
                .containsExactly("{\"BACK\",\"LENT\",\"LOST\"}");
    }

    @Test
    void aRangeOfTwoEndsIsATenthOfTheRows() throws SQLException {
        var common = library.concrete("SELECT 1 FROM \"Shelf\".\"Loan\" WHERE \"dueOn\" >= $1 AND \"dueOn\" < $2")
                .common();

        assertThat(library.rows(common)).isBetween(1500, 2500);
    }

    @Test
    void aLimitIsThePageThatHoldsWhatACallGave() throws SQLException {
        String statement = "SELECT * FROM line ORDER BY code LIMIT $1";

        assertThat(limit(statement, 17.2)).isEqualTo("20");
        assertThat(limit(statement, 1)).isEqualTo("1");
        assertThat(limit(statement, 0)).isEqualTo("20");
        assertThat(limit(statement, 4711)).isEqualTo("4711");
    }

    @Test
    void whatIsComparedWithNoColumnIsAnyValueOfItsTypeAndSaidToBe() throws SQLException {
        var common = library.concrete("SELECT 1 FROM fresh WHERE now() - $1::interval < now() AND $2::uuid IS NOT NULL")
                .common();

        assertThat(common.constants())
                .containsExactly(
                        new Constant(1, "1 day", "interval", null),
                        new Constant(2, "00000000-0000-0000-0000-000000000000", "uuid", null));
        assertThat(common.isGrounded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM fresh WHERE to_tsvector($1::regconfig, 'desks') IS NOT NULL",
                "SELECT * FROM \"Shelf\".\"Loan\" WHERE to_tsvector($1, title) @@ to_tsquery($2, $3)",
                "SELECT * FROM line WHERE to_tsvector($1, code) @@ plainto_tsquery($2, $3) AND loan = $4 LIMIT $5"
            })
    void aTextSearchConfigurationIsOneThatThereIs(String statement) throws SQLException {
        assertThat(library.concrete(statement).common().constants())
                .filteredOn(it -> it.type().equals("regconfig"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.value()).isNotNull().doesNotMatch("[0-9]*"));
    }

    @Test
    void writingStatementsArePlannedToo() throws SQLException {
        assertThat(library.common("UPDATE line SET code = $1 WHERE loan = $2 AND number = $3"))
                .hasSize(3)
                .doesNotContain("null");
        assertThat(library.concrete("INSERT INTO line VALUES ($1, $2, $3)").statements())
                .hasSize(1);
    }

    @Test
    void withoutParametersThereIsOneStatement() throws SQLException {
        assertThat(library.concrete("SELECT count(*) FROM line").statements())
                .extracting(ConcreteStatement::sql)
                .isEqualTo(List.of("SELECT count(*) FROM line"));
    }

    @Test
    void whyThereAreNoneIsSaid() throws SQLException {
        assertThat(library.impossible("COMMIT")).contains("none that is planned");
        assertThat(library.impossible("SELECT * FROM nowhere WHERE id = $1")).contains("nowhere");
        assertThat(library.impossible("SELECT * FROM line WHERE code = $1 AND")).contains("syntax error");
    }

    private static String limit(String statement, double rowsPerCall) throws SQLException {
        return switch (library.sample(statement, rowsPerCall)) {
            case Sampled.Concrete concrete ->
                String.valueOf(concrete.common().constants().getFirst().value());
            case Sampled.Impossible impossible -> throw new AssertionError(impossible.why());
        };
    }
}
