package dev.perfloop.profiling.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.statement.Readings.Reading;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingsTests {

    @Test
    void aStatementWithoutRiddlesHasOneReading() {
        assertThat(Readings.of("SELECT a FROM t WHERE b = $1 GROUP BY a"))
                .containsExactly(new Reading("SELECT a FROM t WHERE b = $1 GROUP BY a", Set.of()));
    }

    @Test
    void whatIsGroupedByIsWhatIsSelected() {
        var reading = Readings.of(
                        "SELECT f($1, a), Coalesce(b, $2) FROM t WHERE c = $3 GROUP BY F($4, a), coalesce(b, $5) "
                                + "ORDER BY f($6, a)")
                .get(1);

        assertThat(reading.sql())
                .isEqualTo("SELECT f($1, a), Coalesce(b, $2) FROM t WHERE c = $3 GROUP BY F($1, a), coalesce(b, $2) "
                        + "ORDER BY f($1, a)");
        assertThat(reading.unused()).containsExactly(4, 5, 6);
        assertThat(reading.types()).isEqualTo("(unknown, unknown, unknown, text, text, text)");
    }

    @Test
    void groupsInsideASubqueryEndWithIt() {
        assertThat(Readings.of("SELECT * FROM (SELECT f($1, a) FROM t GROUP BY f($2, a)) s WHERE x = $3"))
                .last()
                .extracting(Reading::sql)
                .isEqualTo("SELECT * FROM (SELECT f($1, a) FROM t GROUP BY f($1, a)) s WHERE x = $3");
    }

    @Test
    void whatIsCalculatedWithIsTriedAsSeveralTypes() {
        assertThat(Readings.of("SELECT 1 FROM t WHERE a > b - $1 AND c = $2"))
                .extracting(Reading::sql)
                .containsExactly(
                        "SELECT 1 FROM t WHERE a > b - $1 AND c = $2",
                        "SELECT 1 FROM t WHERE a > b - $1::integer AND c = $2",
                        "SELECT 1 FROM t WHERE a > b - $1::interval AND c = $2",
                        "SELECT 1 FROM t WHERE a > b - $1::numeric AND c = $2");
    }

    @Test
    void whatIsCountedByCasesIsANumber() {
        assertThat(Readings.of("SELECT sum(CASE WHEN a = $1 THEN $2 ELSE $3 END) FROM t"))
                .last()
                .extracting(Reading::sql)
                .isEqualTo("SELECT sum(CASE WHEN a = $1 THEN $2::numeric ELSE $3::numeric END) FROM t");
        assertThat(Readings.of("SELECT sum(CASE WHEN a > b - $1 THEN $2 ELSE $3 END) FROM t"))
                .extracting(Reading::sql)
                .contains("SELECT sum(CASE WHEN a > b - $1::interval THEN $2::numeric ELSE $3::numeric END) FROM t");
    }

    @Test
    void textsNamesAndCommentsAreNotReadForParameters() {
        String sql = "SELECT '$1', \"$2\", E'\\'$3', $x$ $4 $x$, a$5 /* $6 */ -- $7\n FROM t WHERE b = $8";

        assertThat(new StatementText(sql).with(number -> "<" + number + ">")).isEqualTo(sql.replace("$8", "<8>"));
    }
}
