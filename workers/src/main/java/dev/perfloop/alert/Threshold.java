package dev.perfloop.alert;

import java.time.Duration;
import java.util.Optional;

/**
 * What a value is held against.
 *
 * @param warning    beyond it the value is a trouble, in the unit of the metric
 * @param critical   beyond it the value is a grave one
 * @param direction  which side is beyond
 * @param lasting    how long it has to be beyond, and as long back again, to count
 * @param clearShare how far it has to come back inside, as a share of the warning: hysteresis, so that it does not flap
 */
record Threshold(double warning, double critical, Direction direction, Duration lasting, double clearShare, From from) {

    enum Direction {
        ABOVE,
        BELOW;

        boolean isBeyond(double value, double limit) {
            return this == ABOVE ? value > limit : value < limit;
        }
    }

    /** Where it is from, which every alert says. */
    enum From {
        /** The deployed decision {@code evaluate-thresholds}. */
        DECISION,
        /** An objective in the target's file. */
        OBJECTIVE,
        /** What was usual for the series at this hour. */
        HISTORY
    }

    Optional<Severity> severityOf(double value) {
        if (direction.isBeyond(value, critical)) {
            return Optional.of(Severity.CRITICAL);
        }
        return direction.isBeyond(value, warning) ? Optional.of(Severity.WARNING) : Optional.empty();
    }

    boolean isClear(double value) {
        double inside = direction == Direction.ABOVE ? warning * (1 - clearShare) : warning * (1 + clearShare);
        return !direction.isBeyond(value, inside);
    }

    double limitOf(Severity severity) {
        return severity == Severity.CRITICAL ? critical : warning;
    }
}
