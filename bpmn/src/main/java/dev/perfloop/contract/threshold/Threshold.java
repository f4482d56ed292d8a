package dev.perfloop.contract.threshold;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value is held against.
 *
 * @param warning    beyond it the value is a trouble, in the unit of the metric
 * @param critical   beyond it the value is a grave one
 * @param direction  which side is beyond
 * @param lasting    how long it has to be beyond, and as long back again, to count
 * @param clearShare how far it has to come back inside, as a share of the warning: hysteresis, so that it does not flap
 */
public record Threshold(
        double warning, double critical, Direction direction, Duration lasting, double clearShare, From from) {

    /** Which side is beyond. */
    public enum Direction {
        ABOVE,
        BELOW;

        public boolean isBeyond(double value, double limit) {
            return this == ABOVE ? value > limit : value < limit;
        }
    }

    /** What has no time of its own has to last so long. */
    public static final Duration LASTING = Duration.ofMinutes(5);

    /** What has no share of its own has to come back by so much. */
    public static final double CLEAR_SHARE = 0.1;

    /** Widths of the upper half of the band, beyond its edge. */
    private static final double UNUSUAL = 1;

    private static final double VERY_UNUSUAL = 3;
    /** A series that never moved has a band without width. */
    private static final double LEAST_WIDTH = 0.1;
    /** More of these is worse; of bytes, rates and counts of work that is not known. */
    private static final Set<String> MORE_IS_WORSE = Set.of("ms", "s", "share");

    /** Where it is from, which every alert says. */
    public enum From {
        /** A person set it for this series. */
        OWN,
        /** The deployed decision {@code evaluate-thresholds}. */
        DECISION,
        /** An objective in the target's file. */
        OBJECTIVE,
        /** What was usual for the series at this hour. */
        HISTORY
    }

    /**
     * What stands in where nothing was said of a metric.
     *
     * @param mid  what is usual at this hour; null while too little is known
     * @param high its upper edge, likewise
     */
    public static Optional<Threshold> ofUsual(String unit, @Nullable Double mid, @Nullable Double high) {
        if (mid == null || high == null || !MORE_IS_WORSE.contains(unit) || mid <= 0) {
            return Optional.empty();
        }
        double width = Math.max(high - mid, LEAST_WIDTH * mid);
        return Optional.of(new Threshold(
                high + UNUSUAL * width,
                high + VERY_UNUSUAL * width,
                Direction.ABOVE,
                LASTING,
                CLEAR_SHARE,
                From.HISTORY));
    }

    public Optional<Severity> severityOf(double value) {
        if (direction.isBeyond(value, critical)) {
            return Optional.of(Severity.CRITICAL);
        }
        return direction.isBeyond(value, warning) ? Optional.of(Severity.WARNING) : Optional.empty();
    }

    public boolean isClear(double value) {
        double inside = direction == Direction.ABOVE ? warning * (1 - clearShare) : warning * (1 + clearShare);
        return !direction.isBeyond(value, inside);
    }

    public double worse(double one, double other) {
        return direction.isBeyond(one, other) ? one : other;
    }

    public double limitOf(Severity severity) {
        return severity == Severity.CRITICAL ? critical : warning;
    }
}
