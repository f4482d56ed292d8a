package dev.perfloop.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A threshold that was broken for as long as it asks.
 *
 * @param since  the first value out of bounds
 * @param opened when it had lasted long enough
 * @param closed when it had been recovered long enough; null while it is open
 * @param worst  the value furthest out of bounds so far
 */
public record Breach(
        Instant since, Instant opened, @Nullable Instant closed, double worst) {
    public boolean isOpen() {
        return closed == null;
    }

    Breach closedAt(Instant at) {
        return new Breach(since, opened, at, worst);
    }

    Breach withWorst(double value) {
        return new Breach(since, opened, closed, value);
    }
}
