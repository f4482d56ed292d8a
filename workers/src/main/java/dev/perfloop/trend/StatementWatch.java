package dev.perfloop.trend;

import dev.perfloop.trend.StatementFinding.CalledMore;
import dev.perfloop.trend.StatementFinding.NewHeavy;
import dev.perfloop.trend.StatementFinding.PlanChanged;
import dev.perfloop.trend.StatementFinding.Slower;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks through the statements of a database for those that became a burden.
 *
 * @param slowerBy    0.25 finds calls that take a quarter longer
 * @param moreBy      1.0 finds statements that are called twice as often as usual
 * @param heavyShare  of the execution time of all statements, from which on a new one is heavy
 * @param costTimes   a plan's estimate that grows or falls by this factor is a change, even if the plan has its old name
 * @param fewestCalls a mean of fewer calls is not looked at
 */
public record StatementWatch(double slowerBy, double moreBy, double heavyShare, double costTimes, long fewestCalls) {
    public static final StatementWatch DEFAULT = new StatementWatch(0.25, 1.0, 0.1, 3, 5);

    /** A new level must last for so many intervals; fewer may be a batch that ran once. */
    private static final int LASTING = 3;

    /** A statement that had less than this share of what is heavy was next to nothing. */
    private static final double NEXT_TO_NOTHING = 0.1;

    public StatementWatch {
        if (!(slowerBy > 0 && moreBy > 0 && heavyShare > 0 && heavyShare <= 1 && costTimes > 1) || fewestCalls < 1) {
            throw new IllegalArgumentException(
                    "All bounds are above 0, the heavy share at most 1, the cost factor above 1");
        }
    }

    /**
     * Since its last change point from which it is slower to this day; the usual course of a day is no change. Steps too small by
     * themselves are found together.
     */
    public Optional<Slower> slower(String statement, List<StatementUse> uses, ZoneId zone) {
        var means = StatementUse.meanMs(uses, fewestCalls).only(it -> it.value() > 0);
        var logs = DailyRhythm.of(means.map(it -> Math.log(it.value())), zone);
        var points = ChangePoints.of(logs);
        for (ChangePoint point : points.reversed()) {
            double before = Math.exp(point.before().mean());
            double now = Math.exp(points.getLast().after().mean());
            if (now >= before * (1 + slowerBy) && logs.size() - point.index() >= LASTING) {
                return Optional.of(new Slower(statement, logs.at(point.index()), before, now, point.pValue()));
            }
        }
        return Optional.empty();
    }

    /** Compares what is since {@code since} with the same hours before. */
    public Optional<CalledMore> calledMore(String statement, List<StatementUse> uses, Instant since, ZoneId zone) {
        var rates = StatementUse.callsPerSecond(uses);
        var baseline = Baseline.of(rates.only(it -> it.at().isBefore(since)), zone);
        var now = rates.only(
                it -> !it.at().isBefore(since) && baseline.at(it.at()).isPresent());
        if (now.size() < LASTING) {
            return Optional.empty();
        }
        double deviation = Robust.median(baseline.deviations(now).values());
        double usual =
                Robust.median(now.map(it -> baseline.at(it.at()).map(Band::mid).orElse(Double.NaN))
                        .values());
        double rate = Robust.median(now.values());
        return rate >= usual * (1 + moreBy) && deviation > Band.WIDTH
                ? Optional.of(new CalledMore(statement, since, usual, rate))
                : Optional.empty();
    }

    /** Those that are heavy since then and were not before, the heaviest first. */
    public List<NewHeavy> newHeavy(Map<String, List<StatementUse>> uses, Instant since) {
        double before = total(uses, Instant.MIN, since);
        double after = total(uses, since, Instant.MAX);
        List<NewHeavy> heavy = new ArrayList<>();
        uses.forEach((statement, its) -> {
            double share = share(StatementUse.totalMs(its, since, Instant.MAX), after);
            double shareBefore = share(StatementUse.totalMs(its, Instant.MIN, since), before);
            if (share >= heavyShare && shareBefore < heavyShare * NEXT_TO_NOTHING) {
                heavy.add(new NewHeavy(statement, since, share, shareBefore));
            }
        });
        heavy.sort(Comparator.comparingDouble(NewHeavy::share).reversed().thenComparing(NewHeavy::statement));
        return List.copyOf(heavy);
    }

    /** Where two readings in a row show different plans, or the same at another cost. */
    public List<PlanChanged> planChanges(String statement, List<StatementReading> readings) {
        var planned = readings.stream()
                .filter(it -> it.plan() != null || Double.isFinite(it.planCost()))
                .sorted(Comparator.comparing(StatementReading::at))
                .toList();
        var uses = StatementUse.between(readings);
        List<PlanChanged> changes = new ArrayList<>();
        for (int i = 1; i < planned.size(); i++) {
            var before = planned.get(i - 1);
            var after = planned.get(i);
            if (isOther(before, after)) {
                changes.add(new PlanChanged(
                        statement,
                        after.at(),
                        before.plan(),
                        after.plan(),
                        before.planCost(),
                        after.planCost(),
                        times(uses, before.at(), after.at())));
            }
        }
        return List.copyOf(changes);
    }

    private boolean isOther(StatementReading before, StatementReading after) {
        String was = before.plan();
        String is = after.plan();
        double ratio = after.planCost() / before.planCost();
        return was != null && is != null && !was.equals(is) || ratio >= costTimes || ratio <= 1 / costTimes;
    }

    /** The interval in which the plan changed belongs to neither side. */
    private static double times(List<StatementUse> uses, Instant lastBefore, Instant firstAfter) {
        var day = Duration.ofDays(1);
        var before = mean(uses, lastBefore.minus(day), lastBefore);
        var after = mean(uses, firstAfter, firstAfter.plus(day));
        return before.isPresent() && after.isPresent() ? after.getAsDouble() / before.getAsDouble() : Double.NaN;
    }

    private static OptionalDouble mean(List<StatementUse> uses, Instant from, Instant to) {
        double[] means = uses.stream()
                .filter(it ->
                        it.calls() > 0 && !it.from().isBefore(from) && !it.to().isAfter(to))
                .mapToDouble(StatementUse::meanMs)
                .toArray();
        return means.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Robust.median(means));
    }

    private static double total(Map<String, List<StatementUse>> uses, Instant from, Instant to) {
        return uses.values().stream()
                .mapToDouble(its -> StatementUse.totalMs(its, from, to))
                .sum();
    }

    private static double share(double of, double all) {
        return all > 0 ? of / all : 0;
    }
}
