package dev.perfloop.optimization.indexes;

import java.time.Duration;

/**
 * @param bytes what all new indexes together may take
 * @param width most keys of one index
 * @param time  after which the best that was found so far is the answer
 */
public record Limits(double bytes, int width, Duration time) {}
