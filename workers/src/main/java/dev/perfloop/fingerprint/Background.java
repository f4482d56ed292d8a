package dev.perfloop.fingerprint;

import dev.perfloop.fingerprint.Counts.Count;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the database does although no request is sent: jobs of the service, other services, people. */
final class Background {
    private final Map<Long, Count> seen = new HashMap<>();
    private double seconds;
    private long transactions;

    /**
     * @param ran         while nothing was sent
     * @param transacted  transactions reported meanwhile
     */
    void add(Counts ran, long transacted, double during) {
        transactions += transacted;
        ran.statements().forEach((id, count) -> seen.merge(id, count, Count::plus));
        seconds += during;
    }

    Set<Long> statements() {
        return seen.keySet();
    }

    /** Transactions that would have come anyway in so many seconds. */
    double transactions(double during) {
        return seconds <= 0 ? 0 : transactions / seconds * during;
    }

    /** Calls that would have come anyway in so many seconds. */
    double expected(long queryId, double during) {
        var count = seen.get(queryId);
        return count == null || seconds <= 0 ? 0 : count.calls() / seconds * during;
    }

    /**
     * Whether all these calls may well be background alone: within three standard deviations of a Poisson count, and one
     * more.
     */
    boolean explains(long queryId, long calls, double during) {
        double expected = expected(queryId, during);
        return expected > 0 && calls <= expected + 3 * Math.sqrt(expected) + 1;
    }
}
