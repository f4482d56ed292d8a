package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a load test measured of one request, or of all, in its steady part. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Latencies(
        double p50Ms, double p95Ms, double p99Ms, double meanMs, double throughput, double errorRate, long count) {}
