package dev.perfloop.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a metric was not as it usually is.
 *
 * @param since  from when on it was so
 * @param raised when that was sure enough to say
 * @param until  when it was over; null while it lasts, or where only its beginning is known
 * @param worst  in standard deviations from the baseline, on the bad side
 */
public record Alarm(
        Reason reason,
        Instant since,
        Instant raised,
        @Nullable Instant until,
        double worst) {
    /** How it was seen. */
    public enum Reason {
        /** Far off its band, for minutes. */
        OUT_OF_BAND,
        /** A little off it, for hours. */
        LEVEL_SHIFT
    }
}
