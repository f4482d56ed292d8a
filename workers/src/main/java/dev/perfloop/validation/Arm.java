package dev.perfloop.validation;

import java.util.List;
import java.util.random.RandomGenerator;

/** One side of a comparison: the steady seconds of a request under a profile, in order, over one or more load tests. */
record Arm(List<Second> seconds) {

    int requests() {
        return seconds.stream().mapToInt(Second::requests).sum();
    }

    int errors() {
        return seconds.stream().mapToInt(Second::errors).sum();
    }

    double errorRate() {
        return requests() == 0 ? 0 : (double) errors() / requests();
    }

    /** Requests a second. */
    double throughput() {
        return seconds.isEmpty() ? 0 : (double) requests() / seconds.size();
    }

    /** The latency, in milliseconds, that this share of the responses stayed below. */
    double quantile(double share) {
        int[] bins = new int[LatencyScale.BINS];
        long total = 0;
        for (Second second : seconds) {
            for (int i = 0; i < second.bins().length; i++) {
                bins[second.bins()[i]] += second.counts()[i];
                total += second.counts()[i];
            }
        }
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bin = 0; bin < bins.length; bin++) {
            seen += bins[bin];
            if (seen >= rank) {
                return LatencyScale.millisOf(bin);
            }
        }
        return 0;
    }

    /**
     * A moving-block resample: neighbouring seconds stay together, as a slow second is often followed by another. Block
     * length n^(1/3) after Hall, Horowitz and Jing, "On blocking rules for the bootstrap with dependent data",
     * Biometrika 82 (1995).
     */
    Arm resampled(RandomGenerator random) {
        int n = seconds.size();
        int block = Math.max(1, (int) Math.round(Math.cbrt(n)));
        Second[] drawn = new Second[n];
        for (int filled = 0; filled < n; ) {
            int start = random.nextInt(n - block + 1);
            for (int i = 0; i < block && filled < n; i++) {
                drawn[filled++] = seconds.get(start + i);
            }
        }
        return new Arm(List.of(drawn));
    }
}
