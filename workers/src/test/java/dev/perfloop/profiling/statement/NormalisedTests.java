package dev.perfloop.profiling.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalisedTests {

    @Test
    void statementsThatDifferInTheirConstantsAreTheSame() {
        assertThat(
                        Normalised.of(
                                "SELECT a1 FROM \"T 2\" WHERE b = 'it''s' AND c IN (1, 2.5) AND d > date '2024-01-01' LIMIT 20"))
                .isEqualTo("SELECT a1 FROM \"T 2\" WHERE b = $1 AND c IN ($2, $3) AND d > date $4 LIMIT $5");
    }

    @Test
    void parametersOfTheServiceStayWhatTheyAre() {
        assertThat(Normalised.of("SELECT a FROM t WHERE b = $1 AND active = 1"))
                .isEqualTo("SELECT a FROM t WHERE b = $1 AND active = 1");
    }

    @Test
    void columnsByTheirPlaceAreNoConstants() {
        assertThat(Normalised.of("SELECT a, b + 1 FROM t GROUP BY 1, b + 1 ORDER BY 2 DESC, 1 LIMIT 5"))
                .isEqualTo("SELECT a, b + $1 FROM t GROUP BY 1, b + $2 ORDER BY 2 DESC, 1 LIMIT $3");
    }
}
