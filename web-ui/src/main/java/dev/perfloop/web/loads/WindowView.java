package dev.perfloop.web.loads;

import java.time.Instant;

/** One second of a load test. */
record WindowView(Instant second, long count, long errors, double p50Ms, double p95Ms, double p99Ms) {}
