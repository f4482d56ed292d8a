package dev.perfloop.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a metric reaches a limit, if it goes on as it did. */
public sealed interface Forecast {
    /**
     * It will be reached.
     *
     * @param earliest if it grows as fast as the data allow
     * @param likely   by its median slope
     * @param latest   if it grows as slowly as they allow
     */
    record Reached(Instant earliest, Instant likely, Instant latest, Slope slope) implements Forecast {}

    /**
     * It grows, but will not be there by then.
     *
     * @param horizon   nothing is said of what comes after
     * @param earliest when the fastest growth the data allow would reach it, if before the horizon
     */
    record NotWithinHorizon(Instant horizon, @Nullable Instant earliest, Slope slope) implements Forecast {}

    /** It does not surely grow towards the limit. */
    record NoTrend(Slope slope) implements Forecast {}

    /** It is there already. */
    record AlreadyThere(double level) implements Forecast {}

    /**
     * The data do not carry a forecast.
     *
     * @param why and what would mend it, as a sentence for a person
     */
    record Refused(String why) implements Forecast {}
}
