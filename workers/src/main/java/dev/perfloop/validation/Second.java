package dev.perfloop.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.AbstractHistogram;

/**
 * One second of one request under load.
 *
 * @param bins   bins of {@link LatencyScale} that are not empty
 * @param counts how many responses each of those bins holds
 */
record Second(int requests, int errors, int[] bins, int[] counts) {

    /** @param histogram response times in microseconds */
    static Second of(int requests, int errors, AbstractHistogram histogram) {
        int[] dense = new int[LatencyScale.BINS];
        for (var value : histogram.recordedValues()) {
            dense[LatencyScale.binOf(value.getValueIteratedTo())] += (int) value.getCountAtValueIteratedTo();
        }
        return sparse(requests, errors, dense);
    }

    /** The same second of several requests as one. */
    static Second together(List<Second> parts) {
        int[] dense = new int[LatencyScale.BINS];
        int requests = 0;
        int errors = 0;
        for (Second part : parts) {
            requests += part.requests;
            errors += part.errors;
            for (int i = 0; i < part.bins.length; i++) {
                dense[part.bins[i]] += part.counts[i];
            }
        }
        return sparse(requests, errors, dense);
    }

    private static Second sparse(int requests, int errors, int[] dense) {
        int[] bins =
                IntStream.range(0, dense.length).filter(bin -> dense[bin] > 0).toArray();
        int[] counts = Arrays.stream(bins).map(bin -> dense[bin]).toArray();
        return new Second(requests, errors, bins, counts);
    }
}
