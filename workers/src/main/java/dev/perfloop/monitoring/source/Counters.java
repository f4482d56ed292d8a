package dev.perfloop.monitoring.source;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counters as a source told them.
 *
 * @param epoch names what they count since; empty where the source does not say
 * @param ageSeconds how long they have been counting by the source's own clock; not a number where it does not say
 * @param complete whether a counter that is not among them has counted nothing
 */
public record Counters(Instant at, String epoch, double ageSeconds, boolean complete, Map<String, Double> values) {

    /** Of a source that only tells values of the moment. */
    public static Counters none(Instant at) {
        return new Counters(at, "", Double.NaN, false, Map.of());
    }

    /**
     * What was added. Counters of another epoch began anew, so that all of them was added, in the time since. One that went
     * back began anew at a moment nobody knows: what it shows was added at least, as Prometheus's own {@code increase} has it.
     */
    public Growth since(Counters before) {
        double span = Duration.between(before.at, at).toNanos() / 1e9;
        boolean anew = !epoch.isEmpty() && !before.epoch.isEmpty() && !epoch.equals(before.epoch);
        double seconds = anew && ageSeconds > 0 ? Math.min(ageSeconds, span) : span;
        Map<String, Double> added = new HashMap<>();
        values.forEach((name, value) -> {
            Double was = anew ? Double.valueOf(0) : before.values.get(name);
            if (was == null && before.complete) {
                was = 0.0;
            }
            if (was != null) {
                added.put(name, value < was ? value : value - was);
            }
        });
        return new Growth(seconds, anew, added);
    }
}
