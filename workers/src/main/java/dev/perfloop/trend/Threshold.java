package dev.perfloop.trend;

import java.time.Duration;
import java.time.Instant;

/**
 * When a metric is out of bounds, and how long it must be so before that counts.
 *
 * @param limit      in the metric's unit; the limit itself is still within bounds
 * @param hysteresis in the metric's unit: so far back inside the limit it must come before it counts as recovered
 * @param openAfter  so long it is out of bounds without a break before a breach opens; zero opens at the first value
 * @param closeAfter so long it has recovered without a break before the breach closes
 * @param longestGap two values further apart are not taken for an unbroken stretch: nobody knows what was between them
 */
public record Threshold(
        Side side, double limit, double hysteresis, Duration openAfter, Duration closeAfter, Duration longestGap) {

    /** Where the bad values are. */
    public enum Side {
        ABOVE,
        BELOW
    }

    public Threshold {
        require(Double.isFinite(limit), "The limit must be a number");
        require(Double.isFinite(hysteresis) && hysteresis >= 0, "The hysteresis must be a number of at least 0");
        require(!openAfter.isNegative() && !closeAfter.isNegative(), "How long it must last cannot be negative");
        require(
                longestGap.isPositive(),
                "The longest gap must be longer than nothing; take a few collection intervals");
    }

    /** No hysteresis, at once, with values of up to five minutes' distance. */
    public static Threshold above(double limit) {
        return new Threshold(Side.ABOVE, limit, 0, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5));
    }

    /** Likewise. */
    public static Threshold below(double limit) {
        return new Threshold(Side.BELOW, limit, 0, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5));
    }

    public Threshold withHysteresis(double by) {
        return new Threshold(side, limit, by, openAfter, closeAfter, longestGap);
    }

    public Threshold lasting(Duration before, Duration after) {
        return new Threshold(side, limit, hysteresis, before, after, longestGap);
    }

    public Threshold withLongestGap(Duration gap) {
        return new Threshold(side, limit, hysteresis, openAfter, closeAfter, gap);
    }

    public boolean isBreachedBy(double value) {
        return side == Side.ABOVE ? value > limit : value < limit;
    }

    boolean isRecoveredAt(double value) {
        return side == Side.ABOVE ? value <= limit - hysteresis : value >= limit + hysteresis;
    }

    double worse(double one, double other) {
        return side == Side.ABOVE ? Math.max(one, other) : Math.min(one, other);
    }

    /** Also when the clock was set back by as much. */
    boolean isGap(Instant last, Instant next) {
        return Duration.between(last, next).abs().compareTo(longestGap) > 0;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
