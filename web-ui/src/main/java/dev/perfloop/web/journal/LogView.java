package dev.perfloop.web.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in words, oldest first.
 *
 * @param nextCursor where the page with older lines starts; absent when there are none
 */
record LogView(List<LineView> lines, @Nullable String nextCursor) {

    /**
     * @param state what came of it, in the words of its kind
     * @param subject which step, load, statement or guard
     */
    record LineView(
            Instant at,
            @Schema(implementation = LineKind.class) String kind,
            String state,
            String subject,
            @Nullable String words) {}

    enum LineKind {
        STEP,
        LOAD,
        APPROVAL,
        STATEMENT,
        GUARD,
        RUN
    }
}
