package dev.perfloop.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one statement, as they stood at a moment.
 *
 * @param calls    since the counters were last reset
 * @param totalMs  execution time of those calls, in milliseconds
 * @param plan     which plan it has: any name that changes with the plan; null when it was not looked at
 * @param planCost the planner's estimate, in its own unit; no number when it was not looked at
 */
public record StatementReading(
        Instant at, long calls, double totalMs, @Nullable String plan, double planCost) {
    /** Counters only. */
    public static StatementReading of(Instant at, long calls, double totalMs) {
        return new StatementReading(at, calls, totalMs, null, Double.NaN);
    }
}
