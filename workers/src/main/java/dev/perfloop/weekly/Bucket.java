package dev.perfloop.weekly;

import java.time.Instant;

/** A minute or an hour of a series. */
record Bucket(Instant at, double total, double weight, double high) {

    double mean() {
        return total / weight;
    }
}
