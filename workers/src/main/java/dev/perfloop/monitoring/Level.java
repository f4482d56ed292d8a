package dev.perfloop.monitoring;

import org.jspecify.annotations.Nullable;

/** A series and what it is at. */
record Level(int series, String metric, @Nullable String subject, String unit, double value) {}
