package dev.perfloop.monitoring.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.monitoring.statement.Burden.Kind;
import dev.perfloop.trend.StatementUse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Ten days of hours; what happens is so many hours ago. */
class BurdenSearchTests {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int HOURS = 240;
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void aStatementThatTakesTwiceAsLongIsSaidSinceWhen() {
        var found = search(Map.of("7", uses(ago -> 1000, ago -> ago <= 12 ? 20 : 10), "8", steady()))
                .all();

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.SLOWER);
            assertThat(it.figure()).isCloseTo(2, within(0.1));
            assertThat(it.since()).isEqualTo(NOON.minus(Duration.ofHours(12)));
            assertThat(it.words()).startsWith("A call takes 2").contains("since 20 Nov 00:00 UTC");
        });
    }

    @Test
    void whatIsLightIsNobodysBurdenAndWhatHasBeenSoForWeeksIsUsual() {
        assertThat(search(Map.of("7", uses(ago -> 10, ago -> ago <= 12 ? 0.2 : 0.1), "8", steady()))
                        .all())
                .isEmpty();
        assertThat(search(Map.of("7", uses(ago -> 1000, ago -> ago <= 200 ? 20 : 10), "8", steady()))
                        .all())
                .isEmpty();
    }

    @Test
    void aNewHeavyOneIsFoundAndNothingIsNewWhileNothingIsKnown() {
        var fresh = uses(ago -> ago <= 3 ? 5000 : 0, ago -> 10);
        assertThat(search(Map.of("7", fresh, "8", steady())).all())
                .extracting(Burden::kind)
                .contains(Kind.NEW_HEAVY);

        var firstHours = Map.of("7", fresh.subList(HOURS - 3, HOURS), "8", steady().subList(HOURS - 6, HOURS));
        assertThat(search(firstHours).all()).extracting(Burden::kind).doesNotContain(Kind.NEW_HEAVY);
    }

    @Test
    void anotherPlanThatMakesItSlowerIsABurdenAndOneThatMakesItFasterIsNone() {
        var changed = NOON.minus(Duration.ofHours(12));
        var plans = List.of(
                new PlanSeen(NOON.minus(Duration.ofDays(5)), changed.minusSeconds(1800), "Index Scan item_order", 8.4),
                new PlanSeen(changed.minusSeconds(1000), NOON.minusSeconds(600), "Seq Scan item", 8400));

        assertThat(kinds(uses(ago -> 1000, ago -> ago <= 12 ? 30 : 10), plans))
                .containsExactlyInAnyOrder(Kind.SLOWER, Kind.PLAN_CHANGED);
        assertThat(kinds(uses(ago -> 1000, ago -> ago <= 12 ? 3 : 10), plans)).isEmpty();
    }

    @Test
    void whatBecameSlowerSinceAnIndexWasDroppedNamesTheChange() {
        var drop = new IndexDropped(NOON.minus(Duration.ofHours(30)), "DROP INDEX item_order");
        var uses = Map.of("7", uses(ago -> 1000, ago -> ago <= 30 ? 14 : 10));

        var found = new BurdenSearch(uses, Map.of(), List.of(drop), NOON, ZoneOffset.UTC).all();

        assertThat(found)
                .filteredOn(it -> it.kind() == Kind.WITHOUT_INDEX)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.figure()).isCloseTo(1.4, within(0.05));
                    assertThat(it.words()).contains("DROP INDEX item_order");
                });
    }

    private List<Kind> kinds(List<StatementUse> uses, List<PlanSeen> plans) {
        return new BurdenSearch(Map.of("7", uses), Map.of("7", plans), List.of(), NOON, ZoneOffset.UTC)
                .all().stream().map(Burden::kind).toList();
    }

    private static BurdenSearch search(Map<String, List<StatementUse>> uses) {
        return new BurdenSearch(uses, Map.of(), List.of(), NOON, ZoneOffset.UTC);
    }

    private List<StatementUse> steady() {
        return uses(ago -> 1000, ago -> 10);
    }

    private List<StatementUse> uses(IntToDoubleFunction calls, IntToDoubleFunction meanMs) {
        List<StatementUse> uses = new ArrayList<>();
        for (int ago = HOURS; ago >= 1; ago--) {
            long n = (long) calls.applyAsDouble(ago);
            double mean = meanMs.applyAsDouble(ago) * (1 + 0.02 * random.nextDouble(-1, 1));
            Instant from = NOON.minus(Duration.ofHours(ago));
            uses.add(new StatementUse(from, from.plus(Duration.ofHours(1)), n, n * mean));
        }
        return uses;
    }
}
