package dev.perfloop.web.calibrations;

import dev.perfloop.web.starts.Intensity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * @param tests alike load tests; fewer than three tell nothing of noise, and all of them are compared with each other
 */
record CalibrationWish(
        @NotNull Intensity intensity,
        @Min(3) @Max(10) @NotNull Integer tests) {
    static final int USUAL_TESTS = 6;

    @SuppressWarnings("NullAway") // absent means the usual, before validation looks
    CalibrationWish(@Nullable Intensity intensity, @Nullable Integer tests) {
        this.intensity = intensity == null ? Intensity.QUICK : intensity;
        this.tests = tests == null ? USUAL_TESTS : tests;
    }
}
