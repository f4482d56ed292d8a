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
}
