package dev.perfloop.report;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A figure with where it comes from.
 *
 * @param value null when it is not known
 * @param origin of a value that is not known: what is lacking
 */
record Known(@Nullable Double value, String origin) {

    static Known of(double value, String origin) {
        return new Known(value, origin);
    }

    static Known not(String lacking) {
        return new Known(null, lacking);
    }

    /** What follows from both; not known unless both are. */
    Known with(Known other, DoubleBinaryOperator formula, String how) {
        if (value == null) {
            return not(origin);
        }
        return other.value == null ? not(other.origin) : of(formula.applyAsDouble(value, other.value), how);
    }
}
