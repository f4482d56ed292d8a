package dev.perfloop.web.monitoring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How a target is to be watched.
 *
 * @param everySeconds how often it is read: 10, 15, 20, 30 or a multiple of 60
 * @param cycleSeconds how often it is assessed
 */
record MonitoringWish(
        @Min(10) @Max(3600) @NotNull Integer everySeconds,
        @Min(15) @Max(86400) @NotNull Integer cycleSeconds) {
    static final int USUAL_EVERY = 15;
    static final int USUAL_CYCLE = 60;

    @SuppressWarnings("NullAway") // absent means the usual, before validation looks
    MonitoringWish(@Nullable Integer everySeconds, @Nullable Integer cycleSeconds) {
        this.everySeconds = everySeconds == null ? USUAL_EVERY : everySeconds;
        this.cycleSeconds = cycleSeconds == null ? USUAL_CYCLE : cycleSeconds;
    }

    /** Beats that fit the minutes that readings are rolled up to: else some minutes would hold one reading more than others. */
    boolean fitsMinutes() {
        return everySeconds < 60 ? 60 % everySeconds == 0 : everySeconds % 60 == 0;
    }
}
