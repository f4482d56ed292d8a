package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a statement was used between two readings of its counters.
 *
 * @param calls   within the interval
 * @param totalMs execution time of those calls, in milliseconds
 */
public record StatementUse(Instant from, Instant to, long calls, double totalMs) {
    /**
     * From one reading to the next. Counters that went back were reset in between, by a restart or by a person; what the statement did
     * in that interval nobody knows, so it is cut out. Readings of one moment count once.
     */
    public static List<StatementUse> between(List<StatementReading> readings) {
        var ordered = readings.stream()
                .sorted(Comparator.comparing(StatementReading::at))
                .toList();
        List<StatementUse> uses = new ArrayList<>();
        for (int i = 1; i < ordered.size(); i++) {
            var before = ordered.get(i - 1);
            var after = ordered.get(i);
            boolean isReset = after.calls() < before.calls() || after.totalMs() < before.totalMs();
            if (!isReset && after.at().isAfter(before.at())) {
                uses.add(new StatementUse(
                        before.at(), after.at(), after.calls() - before.calls(), after.totalMs() - before.totalMs()));
            }
        }
        return List.copyOf(uses);
    }

    public double meanMs() {
        return totalMs / calls;
    }

    public double callsPerSecond() {
        return calls * 1000.0 / Duration.between(from, to).toMillis();
    }

    /** The mean time of a call where there were at least so many, stamped with the interval's beginning. */
    public static Series meanMs(List<StatementUse> uses, long fewestCalls) {
        return Series.of(uses.stream()
                .filter(it -> it.calls() >= Math.max(1, fewestCalls))
                .map(it -> new Point(it.from(), it.meanMs()))
                .toList());
    }

    public static Series callsPerSecond(List<StatementUse> uses) {
        return Series.of(uses.stream()
                .map(it -> new Point(it.from(), it.callsPerSecond()))
                .toList());
    }

    static double totalMs(List<StatementUse> uses, Instant from, Instant to) {
        return uses.stream()
                .filter(it -> !it.from().isBefore(from) && !it.to().isAfter(to))
                .mapToDouble(StatementUse::totalMs)
                .sum();
    }
}
