package dev.perfloop.web.monitoring;

import java.time.Instant;

/**
 * Something that was done to a target.
 *
 * @param words a run's outcome, or the statement of a change
 */
record MarkView(Instant at, MarkKind kind, String runId, String words) {

    enum MarkKind {
        RUN,
        CHANGE
    }
}
