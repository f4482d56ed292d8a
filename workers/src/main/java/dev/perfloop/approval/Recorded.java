package dev.perfloop.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a decision. */
sealed interface Recorded {
    boolean approved();

    /** When the changes may begin; null for at once, and of a no. */
    default @Nullable Instant from() {
        return null;
    }

    /** Why another decision is waited for; null when it counts. */
    default @Nullable String why() {
        return null;
    }

    record Stands(boolean approved, @Nullable Instant from) implements Recorded {}

    /** It does not count, and a person is asked again. */
    record AskedAgain(String why) implements Recorded {
        @Override
        public boolean approved() {
            return false;
        }
    }
}
