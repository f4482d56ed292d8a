package dev.perfloop.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a decision. */
sealed interface Recorded {
    /** @param from when the changes may begin; null for at once, and of a no */
    record Stands(boolean approved, @Nullable Instant from) implements Recorded {}

    /** It does not count, and a person is asked again. */
    record AskedAgain(String why) implements Recorded {}
}
