package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.loadtests.LoadSpec.Feeder;
import dev.perfloop.loadtests.LoadSpec.Range;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VisitsTests {
    private static final int MANY = 20_000;

    @Test
    void zipfDrawsTheKthValueOneKthAsOftenAsTheFirst() {
        var drawn = counts(Specs.fed("x", numbers(100, "zipf")), visit -> visit.value("x"));

        double first = drawn.of("1");
        assertThat(first / MANY).isCloseTo(1 / 5.187, within(0.01)); // 1 / H(100)
        assertThat(drawn.of("2") / first).isCloseTo(1 / 2.0, within(0.05));
        assertThat(drawn.of("10") / first).isCloseTo(1 / 10.0, within(0.03));
    }

    @Test
    void uniformDrawsAllValuesAlike() {
        var drawn = counts(Specs.fed("x", numbers(4, "uniform")), visit -> visit.value("x"));

        assertThat(drawn.byValue().values())
                .allSatisfy(n -> assertThat(n / (double) MANY).isCloseTo(0.25, within(0.02)));
    }

    @Test
    void requestsComeInTheProportionOfTheirWeights() {
        var spec = Specs.of("http://localhost:1", Specs.get("a", 3, "/a"), Specs.get("b", 1, "/b"));

        var chosen = counts(spec, visit -> visit.choice);

        assertThat(chosen.of(0) / (double) MANY).isCloseTo(0.75, within(0.02));
    }

    @Test
    void sameSeedGivesTheSameVisitsWhoeverAsksFirst() {
        var spec = Specs.fed("x", numbers(1000, "uniform"));
        var one = new Visits(spec);
        var other = new Visits(spec);
        var backwards = LongStream.range(0, 50)
                .mapToObj(i -> other.visit(49 - i).value("x"))
                .toList()
                .reversed();

        assertThat(LongStream.range(0, 50).mapToObj(i -> one.visit(i).value("x")))
                .containsExactlyElementsOf(backwards);
        assertThat(backwards.stream().distinct().count()).isGreaterThan(40);
    }

    @Test
    void valueStaysTheSameDuringAVisitAndTemplatesUseIt() {
        var spec = Specs.fed(Map.of(
                "user", new Feeder(null, new Range(1, 1_000_000), null, null, null),
                "order", new Feeder(null, null, "{\"user\": {user}}", null, null)));

        Visit visit = new Visits(spec).visit(7);

        assertThat(visit.value("order")).isEqualTo("{\"user\": " + visit.value("user") + "}");
        assertThat(visit.value("user")).isEqualTo(visit.value("user"));
    }

    @Test
    void feederMadeOfItselfIsRefused() {
        var spec = Specs.fed(Map.of(
                "a", new Feeder(null, null, "{b}", null, null),
                "b", new Feeder(null, null, "{a}", null, null)));

        assertThatThrownBy(() -> new Visits(spec)).hasMessageContaining("is made of itself");
    }

    @Test
    void feederWithoutValuesIsRefused() {
        var spec = Specs.fed("empty", new Feeder(List.of(), null, null, null, null));

        assertThatThrownBy(() -> new Visits(spec)).hasMessage("feeder 'empty' has no values, no range and no template");
    }

    private record Counts<T>(Map<T, Long> byValue) {
        double of(T value) {
            return byValue.getOrDefault(value, 0L);
        }
    }

    private static Feeder numbers(int to, String distribution) {
        return new Feeder(null, new Range(1, to), null, distribution, null);
    }

    private static <T> Counts<T> counts(LoadSpec spec, Function<Visit, T> what) {
        var visits = new Visits(spec);
        return new Counts<>(LongStream.range(0, MANY)
                .mapToObj(visits::visit)
                .map(what)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.api.Assertions.within(offset);
    }
}
