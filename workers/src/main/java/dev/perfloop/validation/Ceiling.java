package dev.perfloop.validation;

/**
 * What a verified run says a request can do.
 *
 * @param value milliseconds; later measurements above it are a regression
 */
record Ceiling(String profile, String request, Metric metric, double value) {}
