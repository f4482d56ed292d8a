package dev.perfloop.profiling;

import java.time.Instant;

/** One value of a series; the metric's name ends with its unit. */
public record Sample(String metric, Instant at, double value) {}
