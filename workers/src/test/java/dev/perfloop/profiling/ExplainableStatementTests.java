package dev.perfloop.profiling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainableStatementTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"BEGIN", "SET search_path = $1", "VACUUM t", "COPY t FROM STDIN", "CALL p($1)", "/* a */ COMMIT"
            })
    void utilityCommandsHaveNoPlan(String query) {
        assertThat(ExplainableStatement.of(query)).isEmpty();
    }

    @Test
    void leadingCommentsAreCutOff() {
        assertThat(ExplainableStatement.of("/* OrderRepository.find */ -- x\n select 1"))
                .contains("select 1");
    }

    @Test
    void aNormalisedTypedLiteralBecomesACast() {
        assertThat(ExplainableStatement.of("SELECT now() - interval $1, date $2"))
                .contains("SELECT now() - $1::interval, $2::date");
    }

    @Test
    void whatNormalisingMadeNoGrammarIsMended() {
        assertThat(ExplainableStatement.of(
                        "SELECT EXTRACT($1 FROM at), timestamp with time zone $2, interval $3 month"))
                .contains("SELECT pg_catalog.extract($1, at), $2::timestamp with time zone, $3::interval month");
    }

    @Test
    void whatIsCutOutOfATextIsCountedAndNotMatched() {
        assertThat(ExplainableStatement.of(
                        "SELECT substring(lower(a), $1, $2), SUBSTRING(b from $3 for $4), substr(c, $5)"))
                .contains(
                        "SELECT substring(lower(a), $1::int , $2::int), substring(b from $3::int for $4::int), substr(c, $5)");
    }
}
