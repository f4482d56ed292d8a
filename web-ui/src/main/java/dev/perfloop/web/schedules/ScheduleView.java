package dev.perfloop.web.schedules;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.starts.Intensity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule.
 *
 * @param times a cron expression of five fields, or a repeating interval of ISO 8601
 * @param zone whose clock is meant
 * @param inWindowsOnly of a target with maintenance windows: whether runs begin only while one is open
 * @param heard whether its process instance knows of the last change; until then the times before it may still come
 * @param next the next five times; none while it is paused
 * @param last what became of the last time that was due; absent before the first
 */
record ScheduleView(
        String id,
        String target,
        String times,
        String zone,
        @Schema(implementation = Intensity.class) String intensity,
        boolean inWindowsOnly,

        @Schema(implementation = Allowed.ScheduleStatus.class)
        String status,

        boolean heard,
        String madeBy,
        Instant madeAt,
        String changedBy,
        Instant changedAt,
        List<Instant> next,
        @Nullable TickView last) {

    /**
     * What became of a time that was due.
     *
     * @param missed other times that had passed as well by then, and count as this one
     * @param runId the run that began; absent when none did
     * @param whyNone what stood against a run
     */
    record TickView(
            Instant dueAt,
            Instant decidedAt,
            int missed,
            @Nullable String runId,

            @Schema(implementation = Allowed.Outcome.class) @Nullable String outcome,

            @Nullable String whyNone) {}

    /** @param before asks for the next page; absent on the last */
    record TickPage(List<TickView> ticks, @Nullable Instant before) {}

    /** The next times of a schedule that is not made, and what is wrong with it. */
    record PreviewView(List<Instant> next, List<FieldProblem> errors) {}

    /** @param note a sentence for the person who asked, when there is something to say */
    record KeptView(
            ScheduleView schedule,
            Delivery delivery,
            @Nullable String note) {}
}
