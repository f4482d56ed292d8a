package dev.perfloop.web.schedules;

import dev.perfloop.web.starts.Intensity;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a schedule shall be.
 *
 * @param times a cron expression of five fields, or a repeating interval of ISO 8601
 * @param zone whose clock is meant, such as Europe/Berlin
 * @param intensity default: QUICK
 * @param inWindowsOnly of a target with maintenance windows: whether runs begin only while one is open; default: true
 */
record ScheduleWish(
        @NotNull @Size(max = 100) String times,
        @NotNull @Size(max = 60) String zone,
        @Nullable Intensity intensity,
        @Nullable Boolean inWindowsOnly) {

    Intensity wantedIntensity() {
        return intensity == null ? Intensity.QUICK : intensity;
    }

    boolean windowsOnly() {
        return inWindowsOnly == null || inWindowsOnly;
    }

    /**
     * A schedule that is not there yet.
     *
     * @param target the target's name
     */
    record NewSchedule(
            @NotNull String target,
            @NotNull @Size(max = 100) String times,
            @NotNull @Size(max = 60) String zone,
            @Nullable Intensity intensity,
            @Nullable Boolean inWindowsOnly) {

        ScheduleWish wish() {
            return new ScheduleWish(times, zone, intensity, inWindowsOnly);
        }
    }
}
