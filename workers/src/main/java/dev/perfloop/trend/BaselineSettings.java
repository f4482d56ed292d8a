package dev.perfloop.trend;

import java.time.Duration;

/**
 * How a baseline is drawn from the past.
 *
 * @param halfLife   what is this long ago counts half
 * @param daysNeeded on so many different days an hour must have been seen to stand for itself
 * @param needed     so many values there must be for any baseline
 * @param leastWidth a standard deviation is at least this share of the middle: less than that nobody acts upon
 */
public record BaselineSettings(Duration halfLife, int daysNeeded, int needed, double leastWidth) {
    public static final BaselineSettings DEFAULT = new BaselineSettings(Duration.ofDays(21), 3, 12, 0.01);

    public BaselineSettings {
        if (!halfLife.isPositive() || daysNeeded < 1 || needed < 3 || !(leastWidth >= 0)) {
            throw new IllegalArgumentException(
                    "A baseline needs a half-life, at least one day and three values, and a width of at least 0");
        }
    }
}
