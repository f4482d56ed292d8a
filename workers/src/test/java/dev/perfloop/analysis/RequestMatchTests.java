package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestMatchTests {
    private final DrivenLoad load = AnalysisFixtures.load(Map.of("list", 400L, "detail", 330L, "report", 21L));

    @Test
    void oneCallARequestNamesTheRequest() {
        assertThat(match(398, 1)).isEqualTo(new RequestMatch(List.of("list"), 0.995));
    }

    @Test
    void aStatementOfTwoRequestsNamesBoth() {
        assertThat(match(730, 1).requests()).containsExactly("detail", "list");
    }

    @Test
    void severalCallsARequestAreCounted() {
        assertThat(match(63, 1)).satisfies(match -> {
            assertThat(match.requests()).containsExactly("report");
            assertThat(match.perRequest()).isEqualTo(3);
        });
    }

    @Test
    void aStatementSlowerThanTheRequestIsNotItsStatement() {
        assertThat(match(400, 5000).requests()).isEmpty();
    }

    @Test
    void countsThatFitNothingNameNothing() {
        assertThat(match(11, 1).requests()).isEmpty();
    }

    private RequestMatch match(long calls, double meanMs) {
        return RequestMatch.of(AnalysisFixtures.statement(1, calls, meanMs, 0.5), load);
    }
}
