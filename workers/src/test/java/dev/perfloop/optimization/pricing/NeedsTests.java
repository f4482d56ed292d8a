package dev.perfloop.optimization.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.TableName;
import dev.perfloop.optimization.indexes.Query.Need;
import dev.perfloop.support.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On plans as PostgreSQL prints them. */
class NeedsTests {
    private static final TableName LOAN = new TableName("Library", "Loan");
    private static final TableName MEMBER = new TableName("public", "member");

    private final JdbcClient jdbc = JdbcClient.create(Database.empty());

    @BeforeEach
    void makeTables() {
        jdbc.sql("CREATE SCHEMA \"Library\"").update();
        jdbc.sql("CREATE TABLE member (id int, name text, town text)").update();
        jdbc.sql("CREATE TABLE \"Library\".\"Loan\" (id int, \"memberId\" int, due date, state text, \"e.mail\" text)")
                .update();
        jdbc.sql("""
                        CREATE VIEW late AS SELECT l.id, l.due, m.name FROM "Library"."Loan" l JOIN member m ON m.id = l."memberId"
                        WHERE l.state = 'OPEN'""").update();
    }

    @Test
    void aViewsColumnsAreThoseOfItsTables() {
        var needs = needs("SELECT id, name FROM late WHERE due < date '2026-01-01' ORDER BY due DESC");

        assertThat(of(needs, LOAN).searched()).containsExactlyInAnyOrder("memberId", "due", "state");
        assertThat(of(needs, LOAN).read()).containsExactly("id");
        assertThat(of(needs, MEMBER).searched()).containsExactly("id");
        assertThat(of(needs, MEMBER).read()).containsExactly("name");
    }

    @Test
    void whatIsOrderedOrGroupedByComesAfterWhatIsSearched() {
        var needs = needs("SELECT town, count(*) FROM member WHERE name = 'x.y' GROUP BY town ORDER BY town");

        assertThat(of(needs, MEMBER).searched()).containsExactly("name");
        assertThat(of(needs, MEMBER).ordered()).containsExactly("town");
    }

    @Test
    void namesMayHoldDotsAndOneTableMayComeTwice() {
        var needs = needs(
                "SELECT a.id FROM \"Library\".\"Loan\" a JOIN \"Library\".\"Loan\" b ON a.\"e.mail\" = b.\"e.mail\" WHERE b.id = 4");

        assertThat(needs).hasSize(1);
        assertThat(of(needs, LOAN).searched()).containsExactlyInAnyOrder("e.mail", "id");
    }

    @Test
    void whatDoesNotComeIntoQuestionIsLeftOut() {
        assertThat(Needs.of(plan("SELECT * FROM late"), MEMBER::equals))
                .extracting(Need::table)
                .containsExactly(MEMBER);
    }

    private List<Need> needs(String statement) {
        return Needs.of(plan(statement), table -> true);
    }

    private String plan(String statement) {
        return jdbc.sql("EXPLAIN (VERBOSE, FORMAT JSON) " + statement)
                .query(String.class)
                .single();
    }

    private static Need of(List<Need> needs, TableName table) {
        return needs.stream()
                .filter(need -> need.table().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
