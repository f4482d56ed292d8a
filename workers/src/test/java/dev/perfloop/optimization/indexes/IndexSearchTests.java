package dev.perfloop.optimization.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IndexSearchTests {
    private static final Limits AMPLE = new Limits(1e12, 3, Duration.ofMinutes(1));
    private static final double MILLION = 1_000_000;

    private final SyntheticPlanner planner = new SyntheticPlanner();

    @Test
    void oneIndexServesTwoStatementsThatSearchAlike() {
        var byCustomer = planner.statement("a", 10, Access.to("visit", MILLION).where("patient", 1e-4));
        var byBoth = planner.statement(
                "b", 10, Access.to("visit", MILLION).where("patient", 1e-4).where("ward", 0.01));

        assertThat(definitions(best(AMPLE, byCustomer, byBoth))).containsExactly("visit(patient, ward)");
    }

    @Test
    void twoProposedIndexesBecomeOneThatServesBoth() {
        var byWard = planner.statement("a", 10, Access.to("visit", MILLION).where("ward", 1e-3));
        var byDay = planner.statement(
                "b", 10, Access.to("visit", MILLION).where("ward", 1e-3).where("day", 1e-3));
        var proposed = List.of(index("visit", "ward"), index("visit", "day", "ward"));

        var found = IndexSearch.best(demand(byWard, byDay), new Prices(planner), AMPLE, proposed);

        assertThat(definitions(found)).containsExactly("visit(ward, day)");
    }

    @Test
    void twoColumnsAreFoundWhereTheFirstAloneGainsNothing() {
        var rare = planner.statement(
                "a",
                10,
                Access.to("visit", MILLION)
                        .where("ward", 0.05)
                        .where("state", 0.05)
                        .reading("note"));
        assertThat(cost(rare, index("visit", "ward"))).isEqualTo(cost(rare));
        assertThat(cost(rare, index("visit", "state"))).isEqualTo(cost(rare));

        assertThat(definitions(best(AMPLE, rare)))
                .first()
                .satisfies(index ->
                        assertThat(index).startsWith("visit(").contains("ward").contains("state"));
    }

    @Test
    void storageStaysWithinItsBudget() {
        var statements = new Query[6];
        for (int i = 0; i < statements.length; i++) {
            statements[i] = planner.statement(
                    "q" + i, 1 + i, Access.to("visit" + i, MILLION).where("patient", 1e-4));
        }
        double one = planner.bytes(index("visit0", "patient"));

        var found = best(new Limits(2.5 * one, 3, Duration.ofMinutes(1)), statements);

        assertThat(found.bytes()).isLessThanOrEqualTo(2.5 * one);
        assertThat(definitions(found)).containsExactlyInAnyOrder("visit4(patient)", "visit5(patient)");
    }

    @Test
    void noIndexIsNarrowerThanItsBudgetAndWiderThanItsLimit() {
        var wide = planner.statement(
                "a",
                10,
                Access.to("visit", MILLION)
                        .where("a", 0.3)
                        .where("b", 0.3)
                        .where("c", 0.3)
                        .where("d", 0.3));

        assertThat(best(new Limits(1e12, 2, Duration.ofMinutes(1)), wide).indexes())
                .isNotEmpty()
                .allMatch(index -> index.keys().size() <= 2);
    }

    @Test
    void aTableThatIsWrittenMoreThanReadGetsNoIndex() {
        var seldom = planner.statement("a", 1, Access.to("event", MILLION).where("device", 1e-4));
        var often = planner.statement("b", 1, Access.to("visit", MILLION).where("patient", 1e-4));
        double gain = cost(seldom) - cost(seldom, index("event", "device"));
        var written = Map.of(new TableName("public", "event"), gain);

        var found =
                IndexSearch.best(new Demand(List.of(seldom, often), written), new Prices(planner), AMPLE, List.of());

        assertThat(definitions(found)).containsExactly("visit(patient)");
    }

    @Test
    void aTableThatIsOnlyWrittenGetsNoIndex() {
        var insert = planner.statement("a", 1_000_000);
        var proposed = List.of(index("event", "device"));
        var written = Map.of(new TableName("public", "event"), MILLION);

        var found = IndexSearch.best(new Demand(List.of(insert), written), new Prices(planner), AMPLE, proposed);

        assertThat(found.indexes()).isEmpty();
    }

    @Test
    void aGiantStatementHidesNoOther() {
        var giant = planner.statement(
                "giant", 1_000_000, Access.to("visit", MILLION).where("patient", 1e-4));
        var small = planner.statement("small", 1, Access.to("bill", 100_000).where("number", 1e-4));
        var demand = demand(giant, small);
        var found = IndexSearch.best(demand, new Prices(planner), AMPLE, List.of());

        assertThat(definitions(found)).containsExactlyInAnyOrder("visit(patient)", "bill(number)");
        assertThat(found.costs().get(1)).isLessThan(cost(small) / 2);
    }

    @Test
    void aGiantStatementThatNothingHelpsHidesNoOther() {
        var giant = planner.statement(
                "giant", 1_000_000, Access.to("visit", MILLION).readingAll());
        var small = planner.statement("small", 1, Access.to("bill", 100_000).where("number", 1e-4));

        assertThat(definitions(best(AMPLE, giant, small))).containsExactly("bill(number)");
    }

    @Test
    void whoWasHiddenIsNotServedByIndexesThatHardlyHelp() {
        var giant = planner.statement(
                "giant", 1_000_000, Access.to("visit", MILLION).where("patient", 1e-4));
        var small = planner.statement(
                "small", 1, Access.to("bill", 100_000).where("state", 0.0065).readingAll());
        assertThat(cost(small, index("bill", "state")) / cost(small)).isBetween(0.75, 0.95);

        var found = best(AMPLE, giant, small);

        assertThat(definitions(found)).containsExactly("visit(patient)");
    }

    @Test
    void whatIsSpecialStaysAsItWasProposed() {
        var search = planner.statement("a", 10, Access.to("visit", MILLION).where("day", 1e-3));
        var partial = new CreateIndex(
                new TableName("public", "visit"),
                List.of(IndexKey.ascending("day")),
                "btree",
                List.of(),
                "state = 'OPEN'");

        var found = IndexSearch.best(demand(search), new Prices(planner), AMPLE, List.of(partial));

        assertThat(found.indexes()).allMatch(index -> index.equals(partial) || index.predicate() == null);
        assertThat(found.total()).isLessThan(cost(search));
    }

    @Test
    void theSameQuestionsGiveTheSameSet() {
        var once = new RandomWorkload(7);
        var demand = once.of(12, 4);
        var again = new RandomWorkload(7);
        var limits = new Limits(2e8, 3, Duration.ofMinutes(1));

        assertThat(IndexSearch.best(demand, new Prices(once.planner), limits, List.of()))
                .isEqualTo(IndexSearch.best(again.of(12, 4), new Prices(again.planner), limits, List.of()));
    }

    @Test
    void whenTheTimeIsOverTheBestSoFarIsTheAnswer() {
        var hour = new AtomicLong();
        var workload = new RandomWorkload(7);
        var demand = workload.of(12, 4);
        Planner slow = new Planner() {
            @Override
            public Price price(Query query, Set<CreateIndex> indexes) {
                hour.incrementAndGet();
                return workload.planner.price(query, indexes);
            }

            @Override
            public double bytes(CreateIndex index) {
                return workload.planner.bytes(index);
            }
        };
        var prices = new Prices(slow);
        var limits = new Limits(1e12, 3, Duration.ofHours(100));

        var found = IndexSearch.best(
                demand,
                prices,
                limits,
                List.of(),
                () -> hour.get() * Duration.ofHours(1).toNanos());

        assertThat(prices.asked()).isBetween(90L, 130L);
        assertThat(found.indexes()).isNotEmpty();
        assertThat(found.total())
                .isLessThan(Selection.of(List.of(), demand, prices).total());
    }

    @Test
    void nothingToServeIsServedByNothing() {
        assertThat(best(AMPLE).indexes()).isEmpty();
    }

    private Selection best(Limits limits, Query... queries) {
        return IndexSearch.best(demand(queries), new Prices(planner), limits, List.of());
    }

    private static Demand demand(Query... queries) {
        return new Demand(Arrays.asList(queries), Map.of());
    }

    private double cost(Query query, CreateIndex... indexes) {
        return query.weight() * new Prices(planner).of(query, List.of(indexes)).cost();
    }

    private static CreateIndex index(String table, String... columns) {
        return Shape.on(new TableName("public", table), List.of(columns));
    }

    private static List<String> definitions(Selection selection) {
        return selection.indexes().stream()
                .map(index -> index.table().name() + "(" + String.join(", ", Shape.keys(index)) + ")"
                        + (index.include().isEmpty() ? "" : " include " + index.include()))
                .toList();
    }
}
