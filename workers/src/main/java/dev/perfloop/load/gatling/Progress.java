package dev.perfloop.load.gatling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How a running test goes, once a second.
 *
 * @param elapsed seconds since the first arrival, of so many
 * @param rate responses in the last second
 * @param errors failed requests so far
 * @param p50Ms median of the last second, milliseconds; the others likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Progress(int elapsed, int of, double rate, long errors, double p50Ms, double p95Ms, double p99Ms) {
    public int percent() {
        return of == 0 ? 0 : Math.clamp(100L * elapsed / of, 0, 100);
    }
}
