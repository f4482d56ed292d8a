package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.trend.StatementFinding.NewHeavy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class StatementWatchTests {
    private static final Instant MONDAY = Instant.parse("2026-02-02T00:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final StatementWatch WATCH = StatementWatch.DEFAULT;
    private final SplittableRandom random = new SplittableRandom(55);

    @Test
    void cutsResetsOut() {
        var uses = StatementUse.between(List.of(
                StatementReading.of(hour(0), 100, 1000),
                StatementReading.of(hour(1), 150, 1500),
                StatementReading.of(hour(2), 20, 300),
                StatementReading.of(hour(3), 60, 700)));

        assertThat(uses)
                .containsExactly(
                        new StatementUse(hour(0), hour(1), 50, 500), new StatementUse(hour(2), hour(3), 40, 400));
        assertThat(uses.getFirst().meanMs()).isEqualTo(10);
        assertThat(uses.getFirst().callsPerSecond()).isCloseTo(50 / 3600.0, within(1e-9));
    }

    @Test
    void findsAStatementThatBecameSlower() {
        var uses = uses(5, hour -> 100, hour -> hour < 90 ? 10 : 15, hour -> hour % 31 == 30);

        var slower = WATCH.slower("s", uses, UTC).orElseThrow();

        assertThat(slower.since()).isBetween(hour(89), hour(91));
        assertThat(slower.beforeMs()).isCloseTo(10, within(0.5));
        assertThat(slower.afterMs()).isCloseTo(15, within(0.7));
    }

    @Test
    void theCourseOfADayIsNoRegression() {
        var uses = uses(6.6, hour -> 100, hour -> hour % 24 < 8 ? 10 : 16, hour -> false);

        assertThat(WATCH.slower("s", uses, UTC)).isEmpty();
    }

    @Test
    void fasterAndALittleSlowerAreNone() {
        assertThat(WATCH.slower("s", uses(5, hour -> 100, hour -> hour < 60 ? 10 : 8, hour -> false), UTC))
                .isEmpty();
        assertThat(WATCH.slower("s", uses(5, hour -> 100, hour -> hour < 60 ? 10 : 11, hour -> false), UTC))
                .isEmpty();
        assertThat(WATCH.slower("s", List.of(), UTC)).isEmpty();
    }

    @Test
    void findsAStatementThatIsCalledMoreThanIsUsualAtTheseHours() {
        DoubleUnaryOperator season = hour -> hour % 24 < 8 ? 50 : 400;
        var since = hour(24 * 7);
        var usual = uses(7.5, season, hour -> 10, hour -> false);
        var more = uses(7.5, hour -> season.applyAsDouble(hour) * (hour >= 24 * 7 ? 3 : 1), hour -> 10, hour -> false);

        assertThat(WATCH.calledMore("s", usual, since, UTC)).isEmpty();
        assertThat(WATCH.calledMore("s", more, since, UTC).orElseThrow().perSecond()
                        / WATCH.calledMore("s", more, since, UTC).orElseThrow().usualPerSecond())
                .isCloseTo(3, within(0.6));
    }

    @Test
    void findsANewHeavyStatement() {
        var old = uses(2, hour -> 100, hour -> 10, hour -> false);
        var heavy = uses(2, hour -> hour < 24 ? 0 : 100, hour -> 5, hour -> false);
        var light = uses(2, hour -> hour < 24 ? 0 : 10, hour -> 5, hour -> false);

        var found = WATCH.newHeavy(Map.of("old", old, "heavy", heavy, "light", light), hour(24));

        assertThat(found).extracting(NewHeavy::statement).containsExactly("heavy");
        assertThat(found.getFirst().share()).isCloseTo(0.32, within(0.03));
        assertThat(found.getFirst().shareBefore()).isZero();
    }

    @Test
    void findsAnotherPlanAndWhatItCost() {
        List<StatementReading> readings = new ArrayList<>();
        long calls = 0;
        double total = 0;
        for (int hour = 0; hour < 24; hour++) {
            calls += 100;
            total += hour <= 12 ? 1000 : 4000;
            readings.add(new StatementReading(
                    hour(hour), calls, total, hour < 12 ? "index scan" : "seq scan", hour < 12 ? 8 : 900));
        }

        assertThat(WATCH.planChanges("s", readings)).singleElement().satisfies(it -> {
            assertThat(it.at()).isEqualTo(hour(12));
            assertThat(it.planAfter()).isEqualTo("seq scan");
            assertThat(it.times()).isCloseTo(4, within(1e-9));
        });
    }

    @Test
    void theSamePlanAtAnotherCostIsAChangeToo() {
        var readings = List.of(
                new StatementReading(hour(0), 1, 1, "p", 100),
                new StatementReading(hour(1), 2, 2, "p", 290),
                new StatementReading(hour(2), 3, 3, "p", 900),
                StatementReading.of(hour(3), 4, 4));

        assertThat(WATCH.planChanges("s", readings)).singleElement().satisfies(it -> {
            assertThat(it.costAfter()).isEqualTo(900);
            assertThat(it.times()).isEqualTo(1);
        });
    }

    @Test
    void tellsWhatADroppedIndexDid() {
        var drop = new IndexDrop(hour(48), Duration.ofDays(2));

        assertThat(drop.on(uses(4, hour -> 100, hour -> hour < 48 ? 10 : 14, hour -> false), 5))
                .isInstanceOfSatisfying(
                        IndexDrop.Effect.Slower.class,
                        it -> assertThat(it.afterMs()).isCloseTo(14, within(0.7)));
        assertThat(drop.on(uses(4, hour -> 100, hour -> 10, hour -> false), 5))
                .isInstanceOfSatisfying(
                        IndexDrop.Effect.None.class,
                        it -> assertThat(it.atMost()).isLessThan(1.1));
        assertThat(drop.on(uses(2.1, hour -> 100, hour -> 10, hour -> false), 5))
                .isInstanceOfSatisfying(
                        IndexDrop.Effect.Unknown.class,
                        it -> assertThat(it.why()).contains("2 after"));
    }

    @Test
    void doesNotTakeNoEvidenceForNoEffect() {
        var drop = new IndexDrop(hour(8), Duration.ofHours(8));
        var noisy = uses(1, hour -> 100, hour -> hour % 2 == 0 ? 5 : 20, hour -> false);

        assertThat(drop.on(noisy, 5))
                .isInstanceOfSatisfying(
                        IndexDrop.Effect.Unknown.class,
                        it -> assertThat(it.why()).contains("wait for more intervals"));
    }

    /** An hour each, by the hour since Monday, with 3 % noise; counters are reset where asked. */
    private List<StatementUse> uses(
            double days, DoubleUnaryOperator calls, DoubleUnaryOperator meanMs, IntPredicate reset) {
        List<StatementReading> readings = new ArrayList<>();
        long sum = 0;
        double total = 0;
        for (int hour = 0; hour <= days * 24; hour++) {
            readings.add(StatementReading.of(hour(hour), sum, total));
            if (reset.test(hour)) {
                sum = 0;
                total = 0;
            }
            long made = Math.round(calls.applyAsDouble(hour) * (1 + 0.03 * random.nextGaussian()));
            sum += made;
            total += made * meanMs.applyAsDouble(hour) * (1 + 0.03 * random.nextGaussian());
        }
        return StatementUse.between(readings);
    }

    private static Instant hour(int hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }
}
