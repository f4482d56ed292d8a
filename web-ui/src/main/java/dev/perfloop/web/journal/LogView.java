package dev.perfloop.web.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in words, oldest first.
 *
 * @param cutOff whether there is more than that, older than these
 */
record LogView(List<LineView> lines, boolean cutOff) {

    /**
     * @param kind STEP, LOAD, APPROVAL, STATEMENT, GUARD or RUN
     * @param state what came of it, in the words of its kind
     * @param subject which step, load, statement or guard
     */
    record LineView(
            Instant at,
            String kind,
            String state,
            String subject,
            @Nullable String words) {}
}
