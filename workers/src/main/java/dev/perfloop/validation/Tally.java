package dev.perfloop.validation;

import java.util.Arrays;

/** Responses counted by latency, over any seconds in any order. */
final class Tally {
    private final int[] bins = new int[LatencyScale.BINS];
    /** First and last bin in use: a thousand resamples look at these alone. */
    private int first = LatencyScale.BINS;

    private int last = -1;
    private int seconds;
    private long requests;
    private long errors;
    private long timed;

    void add(Second second) {
        seconds++;
        requests += second.requests();
        errors += second.errors();
        for (int i = 0; i < second.bins().length; i++) {
            int bin = second.bins()[i];
            bins[bin] += second.counts()[i];
            first = Math.min(first, bin);
            last = Math.max(last, bin);
            timed += second.counts()[i];
        }
    }

    void clear() {
        if (last >= first) {
            Arrays.fill(bins, first, last + 1, 0);
        }
        first = LatencyScale.BINS;
        last = -1;
        seconds = 0;
        requests = 0;
        errors = 0;
        timed = 0;
    }

    long requests() {
        return requests;
    }

    int seconds() {
        return seconds;
    }

    /** Requests a second. */
    double throughput() {
        return seconds == 0 ? 0 : (double) requests / seconds;
    }

    double errorRate() {
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /** The latency, in milliseconds, that this share of the responses stayed below. */
    double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * timed));
        long seen = 0;
        for (int bin = first; bin <= last; bin++) {
            seen += bins[bin];
            if (seen >= rank) {
                return LatencyScale.millisOf(bin);
            }
        }
        return 0;
    }
}
