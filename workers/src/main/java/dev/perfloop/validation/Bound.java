package dev.perfloop.validation;

/**
 * A measured value with its one-sided bounds; see {@link Bounds}.
 *
 * @param value milliseconds, or a share of requests for {@link Metric#ERROR_RATE}
 */
record Bound(double value, double low, double high) {}
