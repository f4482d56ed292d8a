package dev.perfloop.web.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a target, or happened to it.
 *
 * @param until when an alert was over; null while it lasts, and of what has no duration
 * @param runId of a run or a change
 * @param alertId of an alert
 * @param seriesId the series that a level has changed of
 * @param words a run's outcome, the statement of a change, what an alert says, or ROSE or FELL of a level
 */
record MarkView(
        Instant at,
        @Nullable Instant until,
        MarkKind kind,
        @Nullable String runId,
        @Nullable String alertId,
        @Nullable Integer seriesId,
        String words) {

    enum MarkKind {
        RUN,
        CHANGE,
        ALERT,
        LEVEL
    }
}
