package dev.perfloop.load;

import dev.perfloop.load.gatling.RecordedSecond;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Mean latency of all requests, second by second, in milliseconds; a second without an answer has none. Pure. */
final class SecondMeans {
    private static final double MICROS = 1000;

    private SecondMeans() {}

    static double[] of(List<RecordedSecond> recorded, Instant from, Instant to) {
        var seconds = new TreeMap<Instant, Histogram>();
        for (RecordedSecond second : recorded) {
            if (second.count() > 0
                    && !second.second().isBefore(from)
                    && second.second().isBefore(to)) {
                seconds.computeIfAbsent(second.second(), s -> new Histogram(3)).add(second.latencies());
            }
        }
        return seconds.values().stream()
                .mapToDouble(all -> all.getMean() / MICROS)
                .toArray();
    }
}
