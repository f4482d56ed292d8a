package dev.perfloop.fingerprint;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the database has counted up to a moment, or between two.
 *
 * @param statements by query id
 */
record Counts(Map<Long, Count> statements) {

    record Count(long calls, long rows, double ms) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(calls + other.calls, rows + other.rows, ms + other.ms);
        }
    }

    /** Only statements that ran since; one whose count went back was thrown out of the statistics and came again. */
    Counts since(Counts start) {
        Map<Long, Count> ran = new HashMap<>();
        statements.forEach((id, now) -> {
            var before = start.statements.getOrDefault(id, Count.NONE);
            var delta = now.calls < before.calls
                    ? now
                    : new Count(now.calls - before.calls, now.rows - before.rows, now.ms - before.ms);
            if (delta.calls > 0) {
                ran.put(id, delta);
            }
        });
        return new Counts(ran);
    }

    /** Calls of all statements but these. */
    long calls(Set<Long> without) {
        return statements.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().calls())
                .sum();
    }
}
