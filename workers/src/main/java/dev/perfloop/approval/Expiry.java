package dev.perfloop.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When the engine's timer stops waiting for a person; the timer itself is in the model. */
final class Expiry {
    /** The model's own default. */
    private static final Duration UNLESS_SAID = Duration.ofDays(7);

    private Expiry() {}

    /** Null when the wait is longer than days can say (months and years vary), so that nothing wrong is shown. */
    static @Nullable Instant after(Instant start, @Nullable String isoDuration) {
        if (isoDuration == null) {
            return start.plus(UNLESS_SAID);
        }
        try {
            return start.plus(Duration.parse(isoDuration));
        } catch (DateTimeParseException inMonths) {
            return null;
        }
    }
}
