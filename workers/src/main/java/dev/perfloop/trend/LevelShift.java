package dev.perfloop.trend;

import java.time.Instant;

/**
 * A metric that has been off its baseline for hours, too little at any moment to break a threshold.
 *
 * @param since  the first hour of the new level
 * @param seen   when it had lasted long enough to be called one
 * @param before the level before it, in standard deviations from the baseline
 * @param after  the level since
 */
public record LevelShift(Instant since, Instant seen, double before, double after) {}
