package dev.perfloop.load.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Whether a service gets slower or fuller the longer it works. Pure. */
public final class Drifts {
    private static final String LATENCY = "Drift of the latency";
    private static final String MEMORY = "Memory leak";
    /** A series is cut into so many parts; more would only make the trend's test slower. */
    private static final int PARTS = 30;
    /** A trend below this share of the median is real but nothing to act upon. */
    private static final double WORTH_SAYING = 0.1;

    private Drifts() {}

    /**
     * @param latencies mean latency of each steady second, milliseconds
     * @param steady readings of the steady part
     */
    public static List<Check> checks(double[] latencies, List<Reading> steady) {
        return List.of(latency(latencies), memory(steady));
    }

    private static Check latency(double[] seconds) {
        double[] parts = parts(seconds, false);
        if (parts.length < Trend.FEWEST) {
            return Check.notLookedAt(
                    LATENCY, "The steady part of %d s is too short: let soak last longer.", seconds.length);
        }
        Trend trend = Trend.of(parts);
        double median = median(parts);
        return trend.isSignificant() && Math.abs(trend.change()) > WORTH_SAYING * median
                ? Check.noted(
                        LATENCY,
                        "It %s by %.1f ms over %d s, from a median of %.1f ms (Mann-Kendall z %.1f).",
                        trend.change() > 0 ? "rose" : "fell",
                        Math.abs(trend.change()),
                        seconds.length,
                        median,
                        trend.z())
                : Check.fine(LATENCY, "It keeps its level (median %.1f ms, Mann-Kendall z %.1f).", median, trend.z());
    }

    /** The least of each part is what was left after collecting garbage; what lies above it comes and goes. */
    private static Check memory(List<Reading> steady) {
        double[] used = Reading.services(steady)
                .map(ServiceReading::memoryBytes)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (used.length == 0) {
            return Check.notLookedAt(
                    MEMORY,
                    "%s",
                    Reading.services(steady).findAny().isPresent()
                            ? "The service's metrics tell neither jvm_memory_used_bytes nor process_resident_memory_bytes."
                            : Reading.whyBlind(steady, Reading::service));
        }
        double[] least = parts(used, true);
        if (least.length < Trend.FEWEST) {
            return Check.notLookedAt(MEMORY, "Only %d readings: let soak last longer.", used.length);
        }
        Trend trend = Trend.of(least);
        double mib = 1 << 20;
        return trend.isSignificant() && trend.change() > WORTH_SAYING * median(least)
                ? Check.noted(
                        MEMORY,
                        "What stays in use after garbage collection rose by %.0f MiB during the soak, from a median of"
                                + " %.0f MiB (Mann-Kendall z %.1f): look for what is kept.",
                        trend.change() / mib,
                        median(least) / mib,
                        trend.z())
                : Check.fine(MEMORY, "What stays in use keeps its level (median %.0f MiB).", median(least) / mib);
    }

    /** Medians, or the least, of at most so many equal parts; each holds at least three values. */
    private static double[] parts(double[] series, boolean least) {
        int count = Math.min(PARTS, series.length / 3);
        var parts = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            double[] part = Arrays.copyOfRange(series, i * series.length / count, (i + 1) * series.length / count);
            parts.add(least ? Arrays.stream(part).min().orElse(0) : median(part));
        }
        return parts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
