package dev.perfloop.trend;

import dev.perfloop.trend.Explanation.Ambiguous;
import dev.perfloop.trend.Explanation.Explained;
import dev.perfloop.trend.Explanation.Suspect;
import dev.perfloop.trend.Explanation.Unexplained;
import dev.perfloop.trend.Happening.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to a target, to be held against the times at which it changed.
 *
 * @param all  within the observed time, in any order
 * @param over how long was looked for them; it tells how often each kind happens anyway
 * @param near so long before a change something may be its cause
 */
public record Happenings(List<Happening> all, Duration over, Duration near) {
    /** A restart this soon after a deployment or a change belongs to it. */
    private static final Duration CONSEQUENCE = Duration.ofMinutes(5);

    public Happenings {
        all = List.copyOf(all);
        if (!over.isPositive() || near.isNegative()) {
            throw new IllegalArgumentException("Happenings need the time they were looked for, and how near is near");
        }
    }

    /**
     * @param lastBefore the last value of before
     * @param firstAfter the first value that is changed: the change was somewhere between the two
     */
    public Explanation explain(Instant lastBefore, Instant firstAfter) {
        var uncertain = Duration.between(lastBefore, firstAfter);
        var suspects = all.stream()
                .filter(it -> !it.at().isAfter(firstAfter)
                        && !it.at().isBefore(firstAfter.minus(near).minus(uncertain)))
                .filter(it -> !isConsequence(it))
                .map(it -> suspect(it, firstAfter))
                .sorted(Comparator.comparingDouble(Suspect::sure)
                        .reversed()
                        .thenComparing(Suspect::lag)
                        .thenComparing(it -> it.happening().id()))
                .toList();
        return switch (suspects.size()) {
            case 0 -> new Unexplained();
            case 1 -> new Explained(suspects.getFirst());
            default -> new Ambiguous(suspects);
        };
    }

    /** Of a series, at one of its change points. */
    public Explanation explain(Series series, ChangePoint point) {
        return explain(series.at(point.index() - 1), series.at(point.index()));
    }

    /** Events of a kind come at random at their usual rate: so likely none of them is within the lag (Poisson). */
    private Suspect suspect(Happening happening, Instant firstAfter) {
        var lag = Duration.between(happening.at(), firstAfter);
        double ofItsKind =
                all.stream().filter(it -> it.kind() == happening.kind()).count();
        double expected = ofItsKind * lag.toMillis() / over.toMillis();
        return new Suspect(happening, lag, Math.exp(-expected));
    }

    private boolean isConsequence(Happening it) {
        return it.kind() == Kind.RESTART
                && all.stream()
                        .filter(cause -> cause.kind() == Kind.DEPLOYMENT || cause.kind() == Kind.APPLIED_CHANGE)
                        .map(cause -> Duration.between(cause.at(), it.at()))
                        .anyMatch(after -> !after.isNegative() && after.compareTo(CONSEQUENCE) <= 0);
    }
}
