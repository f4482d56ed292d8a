package dev.perfloop.weekly;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A series with what is known of it over the time of a report and the weeks before.
 *
 * @param subject a route or a statement; empty for the whole
 */
record Told(int id, String metric, String subject, String title, String unit, List<Bucket> buckets) {

    /** Weighed: of a rate so that the sum is right. */
    OptionalDouble mean(Instant from, Instant until) {
        double total = 0;
        double weight = 0;
        for (var bucket : buckets) {
            if (!bucket.at().isBefore(from) && bucket.at().isBefore(until)) {
                total += bucket.total();
                weight += bucket.weight();
            }
        }
        return weight > 0 ? OptionalDouble.of(total / weight) : OptionalDouble.empty();
    }

    OptionalDouble highest(Instant from, Instant until) {
        return buckets.stream()
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                .mapToDouble(Bucket::high)
                .max();
    }
}
