package dev.perfloop.optimization.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.optimization.pricing.Rehearsal.Statement;
import dev.perfloop.profiling.whatif.Pretence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RehearsalTests {
    private static final Member BY_A = member("a", "1", "2");
    private static final Member BY_B = member("b", "2");
    private static final ToDoubleFunction<Member> MORE_FOR_A = member -> member.equals(BY_A) ? 0.8 : 0.01;

    @Test
    void whatMakesAStatementSlowerIsTakenOut() {
        // Statement 2 is slow as long as the index on b is there.
        var outcome =
                rehearse((statement, columns) -> statement.equals("2") && columns.contains("(\"b\")") ? 9.0 : 3.0);

        assertThat(outcome.kept()).containsExactly(BY_A.index());
        assertThat(outcome.dropped())
                .singleElement()
                .satisfies(dropped -> assertThat(dropped.why()).contains("statement 2 took 9.0 ms instead of 3.0"));
        assertThat(outcome.measured())
                .contains(new IndexSet.Measured("2", 3.0, 3.0), new IndexSet.Measured("1", 3.0, 3.0));
    }

    @Test
    void whatTheWorkloadRestsOnStaysThoughARareStatementPaysForIt() {
        var outcome = rehearse((statement, columns) -> columns.contains("(\"a\")") ? 9.0 : 3.0);

        assertThat(outcome.kept()).hasSize(2);
        assertThat(outcome.measured()).contains(new IndexSet.Measured("1", 3.0, 9.0));
    }

    @Test
    void whatDoesNotCureAStatementIsNotTakenOut() {
        // Slow with any index at all: neither is the culprit.
        var outcome = rehearse((statement, columns) -> columns.isEmpty() ? 3.0 : 9.0);

        assertThat(outcome.kept()).hasSize(2);
        assertThat(outcome.dropped()).isEmpty();
        assertThat(outcome.measured()).contains(new IndexSet.Measured("1", 3.0, 9.0));
    }

    @Test
    void whatIsSlowerByLessThanNoiseStays() {
        var outcome = rehearse((statement, columns) -> columns.isEmpty() ? 0.2 : 0.5);

        assertThat(outcome.kept()).hasSize(2);
        assertThat(outcome.dropped()).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatCouldNotBeRun() {
        var outcome = rehearse((statement, columns) -> null);

        assertThat(outcome.measured()).isEmpty();
        assertThat(outcome.kept()).hasSize(2);
    }

    private interface Clock {
        @Nullable Double of(String statement, List<String> indexes);
    }

    private static Rehearsal.Outcome rehearse(Clock clock) {
        var copy = new Pretence() {
            @Override
            public Optional<Planned> plan(String statement, Set<Index> indexes) {
                return Optional.empty();
            }

            @Override
            public Optional<Double> bytes(Index index) {
                return Optional.empty();
            }

            @Override
            public Optional<Double> milliseconds(String statement, double rowsPerCall, Set<Index> indexes) {
                return Optional.ofNullable(clock.of(
                        statement, indexes.stream().map(Index::definition).toList()));
            }

            @Override
            public String how() {
                return "by the test's clock";
            }
        };
        return new Rehearsal(copy, List.of(BY_A, BY_B), Duration.ofMinutes(1))
                .of(List.of(new Statement("1", "1", 1, 0.01), new Statement("2", "2", 1, 0.01)), MORE_FOR_A);
    }

    private static Member member(String column, String... serves) {
        var index = new CreateIndex(new TableName("public", "t"), List.of(IndexKey.ascending(column)));
        return new Member(index, index.pretended(), 8192, List.of(serves));
    }
}
