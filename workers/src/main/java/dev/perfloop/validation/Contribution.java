package dev.perfloop.validation;

import java.util.Comparator;
import java.util.List;

/**
 * What a change contributes, told by a measurement without it.
 *
 * @param contributes false only when it was shown that next to nothing is lost without the change
 * @param why         a sentence with the figure that tells most
 */
record Contribution(boolean contributes, String why) {
    private static final Comparator<MetricVerdict> ALL_REQUESTS_FIRST =
            Comparator.comparing(metric -> !metric.request().equals(Profiles.ALL));

    /** @param metrics of a comparison of the target with the change to the target without it */
    static Contribution of(List<MetricVerdict> metrics, double leastPct) {
        var lost = metrics.stream()
                .filter(metric -> metric.result() == Result.FAIL)
                .sorted(ALL_REQUESTS_FIRST)
                .toList();
        if (!lost.isEmpty()) {
            return new Contribution(true, "Without it " + lost.getFirst().said() + ".");
        }
        var all = metrics.stream().filter(Contribution::tells).toList();
        if (all.isEmpty() || all.stream().anyMatch(metric -> !metric.enoughData())) {
            return new Contribution(true, "What it contributes could not be measured: too little data without it.");
        }
        return metrics.stream()
                .filter(metric -> metric.metric().isLatency() && mayBeLost(metric, leastPct))
                .min(ALL_REQUESTS_FIRST)
                .map(open ->
                        new Contribution(true, "What it contributes cannot be told: without it " + open.said() + "."))
                .orElseGet(() -> new Contribution(
                        false, "Adds nothing: without it " + all.getFirst().said() + "."));
    }

    /** All requests together; a 99th percentile of so short a test is not surely bounded by anything. */
    private static boolean tells(MetricVerdict metric) {
        return metric.request().equals(Profiles.ALL)
                && (metric.metric() == Metric.P95_MS || metric.metric() == Metric.P50_MS);
    }

    /** A single request with few responses can never be shown to lose nothing, so it counts once it looks like a loss. */
    private static boolean mayBeLost(MetricVerdict metric, double leastPct) {
        if (metric.result() != Result.INCONCLUSIVE || metric.effect() == null) {
            return false;
        }
        return tells(metric)
                || !metric.request().equals(Profiles.ALL) && metric.effect().pct() > leastPct;
    }
}
