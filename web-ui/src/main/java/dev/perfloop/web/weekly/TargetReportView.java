package dev.perfloop.web.weekly;

import dev.perfloop.web.rows.RawJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of a target.
 *
 * @param since   the time it is about
 * @param zone    whose days they are
 * @param weekly  made because a week ended, and sent; else asked for by a person
 * @param whyNone of one that failed
 * @param report  what it says; null in lists, and until it is made
 */
record TargetReportView(
        String id,
        String target,
        Instant since,
        Instant until,
        String zone,
        boolean weekly,
        ReportStatus status,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String whyNone,
        @Schema(type = "object") @Nullable RawJson report) {

    enum ReportStatus {
        WAITING,
        MADE,
        FAILED
    }
}
