package dev.perfloop.contract.threshold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a series was beyond its threshold for long enough.
 *
 * @param since    when it came to be beyond
 * @param firedAt  when that had lasted
 * @param endedAt  when it had been back for as long; null when it was not
 * @param severity the worst
 * @param worst    the value furthest beyond
 */
public record Firing(
        Instant since, Instant firedAt, @Nullable Instant endedAt, Severity severity, double worst) {}
