package dev.perfloop.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The times of one subject, in milliseconds and ascending order. */
record Distribution(double[] millis) {

    static Distribution of(List<long[]> blocks) {
        return of(blocks.stream().flatMapToLong(Arrays::stream));
    }

    static Distribution of(LongStream micros) {
        return new Distribution(
                micros.sorted().mapToDouble(time -> time / 1000.0).toArray());
    }

    /** The nearest rank. */
    double quantile(double share) {
        return millis.length == 0
                ? 0
                : millis[Math.clamp((int) Math.ceil(share * millis.length) - 1, 0, millis.length - 1)];
    }

    double mean() {
        return Arrays.stream(millis).average().orElse(0);
    }

    /** How many times lie from one bound up to the next, the last bound included in the last bar. */
    int[] bars(double[] bounds) {
        int[] bars = new int[bounds.length - 1];
        for (double time : millis) {
            for (int i = 0; i < bars.length; i++) {
                if (time >= bounds[i] && (time < bounds[i + 1] || i == bars.length - 1 && time <= bounds[i + 1])) {
                    bars[i]++;
                    break;
                }
            }
        }
        return bars;
    }
}
