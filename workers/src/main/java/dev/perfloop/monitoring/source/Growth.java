package dev.perfloop.monitoring.source;

import java.util.Map;

/**
 * What counters added between two readings.
 *
 * @param seconds the time it was added in
 * @param anew whether they began anew in between
 * @param added by counter; one that nobody knows the former value of is not there
 */
public record Growth(double seconds, boolean anew, Map<String, Double> added) {

    /** Not a number when it is not known. */
    public double of(String counter) {
        return added.getOrDefault(counter, Double.NaN);
    }

    /** Per second; not a number when it is not known. */
    public double rate(String counter) {
        return seconds > 0 ? of(counter) / seconds : Double.NaN;
    }

    /** Share of the one in both together; not a number when neither grew. */
    public double share(String one, String other) {
        return of(one) / (of(one) + of(other));
    }
}
