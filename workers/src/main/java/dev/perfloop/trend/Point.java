package dev.perfloop.trend;

import java.time.Instant;

/** One value of a metric, in the metric's own unit. */
public record Point(Instant at, double value) {}
