package dev.perfloop.monitoring.statement;

import dev.perfloop.monitoring.statement.Burden.Kind;
import dev.perfloop.trend.IndexDrop;
import dev.perfloop.trend.StatementFinding.PlanChanged;
import dev.perfloop.trend.StatementReading;
import dev.perfloop.trend.StatementUse;
import dev.perfloop.trend.StatementWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through the hours of a target's statements.
 *
 * @param uses  by statement, each in order of time
 * @param plans those that were seen of a statement, oldest first
 * @param until up to when the hours are known
 */
record BurdenSearch(
        Map<String, List<StatementUse>> uses,
        Map<String, List<PlanSeen>> plans,
        List<IndexDropped> drops,
        Instant until,
        ZoneId zone) {
    private static final StatementWatch WATCH = StatementWatch.DEFAULT;
    /** What has been so for longer is what is usual now. */
    static final Duration LATELY = Duration.ofDays(7);

    private static final Duration JUST_NOW = Duration.ofHours(3);
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Of the database's time: what takes less is nobody's burden, however much slower it became. */
    private static final double LIGHT = 0.01;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    List<Burden> all() {
        List<Burden> found = new ArrayList<>();
        double total = uses.values().stream().mapToDouble(this::lately).sum();
        uses.forEach((statement, its) -> {
            if (lately(its) >= LIGHT * total && total > 0) {
                slower(statement, its).ifPresent(found::add);
                calledMore(statement, its).ifPresent(found::add);
                planChanged(statement, its).ifPresent(found::add);
                withoutIndex(statement, its).ifPresent(found::add);
            }
        });
        found.addAll(newHeavy());
        return List.copyOf(found);
    }

    private Optional<Burden> slower(String statement, List<StatementUse> its) {
        return WATCH.slower(statement, its, zone)
                .filter(it -> isLate(it.since()))
                .map(it -> new Burden(
                        statement,
                        Kind.SLOWER,
                        it.since(),
                        it.afterMs() / it.beforeMs(),
                        "A call takes %s since %s, %s before."
                                .formatted(millis(it.afterMs()), MINUTE.format(it.since()), millis(it.beforeMs()))));
    }

    private Optional<Burden> calledMore(String statement, List<StatementUse> its) {
        return WATCH.calledMore(statement, its, until.minus(JUST_NOW), zone)
                .filter(it -> it.usualPerSecond() > 0)
                .map(it -> new Burden(
                        statement,
                        Kind.CALLED_MORE,
                        it.since(),
                        it.perSecond() / it.usualPerSecond(),
                        String.format(
                                Locale.ROOT,
                                "It is called %.3g times a second; at these hours %.3g are usual.",
                                it.perSecond(),
                                it.usualPerSecond())));
    }

    /** Where less than a day is known, everything would be new. */
    private List<Burden> newHeavy() {
        Instant since = until.minus(JUST_NOW);
        boolean known =
                uses.values().stream().anyMatch(its -> its.getFirst().from().isBefore(since.minus(A_DAY)));
        return !known
                ? List.of()
                : WATCH.newHeavy(uses, since).stream()
                        .map(it -> new Burden(
                                it.statement(),
                                Kind.NEW_HEAVY,
                                since,
                                it.share(),
                                String.format(
                                        Locale.ROOT,
                                        "It takes %.1f %% of the database's time in statements; before it took %.1f %%.",
                                        100 * it.share(),
                                        100 * it.shareBefore())))
                        .toList();
    }

    private Optional<Burden> planChanged(String statement, List<StatementUse> its) {
        var seen = plans.getOrDefault(statement, List.of());
        var changes = seen.size() < 2 ? List.<PlanChanged>of() : WATCH.planChanges(statement, readings(its, seen));
        return changes.reversed().stream()
                .filter(it -> isLate(it.at()))
                .findFirst()
                .filter(it -> harm(it) >= 1 + WATCH.slowerBy())
                .map(it -> new Burden(
                        statement,
                        Kind.PLAN_CHANGED,
                        it.at(),
                        harm(it),
                        String.format(
                                Locale.ROOT,
                                "It has another plan since %s: %s. The planner's cost was %.4g and is %.4g%s.",
                                MINUTE.format(it.at()),
                                it.planAfter(),
                                it.costBefore(),
                                it.costAfter(),
                                Double.isFinite(it.times())
                                        ? String.format(Locale.ROOT, "; a call takes %.3g times as long", it.times())
                                        : "")));
    }

    private static double harm(PlanChanged change) {
        return Double.isFinite(change.times()) ? change.times() : change.costAfter() / change.costBefore();
    }

    private Optional<Burden> withoutIndex(String statement, List<StatementUse> its) {
        return drops.reversed().stream()
                .flatMap(drop -> switch (new IndexDrop(drop.at(), A_DAY).on(its, WATCH.fewestCalls())) {
                    case IndexDrop.Effect.Slower it ->
                        Optional.of(new Burden(
                                        statement,
                                        Kind.WITHOUT_INDEX,
                                        drop.at(),
                                        it.afterMs() / it.beforeMs(),
                                        "A call takes %s since %s: %s; it took %s before."
                                                .formatted(
                                                        millis(it.afterMs()),
                                                        MINUTE.format(drop.at()),
                                                        drop.change(),
                                                        millis(it.beforeMs()))))
                                .stream();
                    case IndexDrop.Effect.None none -> Optional.<Burden>empty().stream();
                    case IndexDrop.Effect.Unknown unknown -> Optional.<Burden>empty().stream();
                })
                .findFirst();
    }

    /** The counters as they would stand, and the plans in between. */
    private static List<StatementReading> readings(List<StatementUse> its, List<PlanSeen> seen) {
        List<StatementReading> readings = new ArrayList<>();
        long calls = 0;
        double totalMs = 0;
        int next = 0;
        var sightings = seen.stream()
                .flatMap(it -> List.of(sight(it, it.at()), sight(it, it.lastAt())).stream())
                .toList();
        readings.add(StatementReading.of(its.getFirst().from(), 0, 0));
        for (var use : its) {
            while (next < sightings.size() && sightings.get(next).at().isBefore(use.to())) {
                var sighting = sightings.get(next++);
                readings.add(new StatementReading(sighting.at(), calls, totalMs, sighting.plan(), sighting.planCost()));
            }
            calls += use.calls();
            totalMs += use.totalMs();
            readings.add(StatementReading.of(use.to(), calls, totalMs));
        }
        for (var late : sightings.subList(next, sightings.size())) {
            readings.add(new StatementReading(late.at(), calls, totalMs, late.plan(), late.planCost()));
        }
        return readings;
    }

    private static StatementReading sight(PlanSeen plan, Instant at) {
        return new StatementReading(at, 0, 0, plan.shape(), plan.cost());
    }

    private double lately(List<StatementUse> its) {
        Instant since = until.minus(A_DAY);
        return its.stream()
                .filter(it -> !it.from().isBefore(since))
                .mapToDouble(StatementUse::totalMs)
                .sum();
    }

    private boolean isLate(Instant since) {
        return !since.isBefore(until.minus(LATELY));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.3g ms", value);
    }
}
