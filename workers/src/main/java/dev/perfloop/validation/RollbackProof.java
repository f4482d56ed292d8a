package dev.perfloop.validation;

import java.util.List;

/**
 * Whether latency and errors are as before, once the changes are gone. The everyday load is measured once more and held against the
 * measurement before: back is what does not surely differ for the worse.
 */
record RollbackProof(Result result, String reason) {
    enum Result {
        BACK,
        NOT_BACK,
        /** Nothing was measured, on one of the sides. */
        UNKNOWN
    }

    /** @param metrics of a comparison of the target before with the target after the rollback */
    static RollbackProof of(List<MetricVerdict> metrics) {
        var worse = metrics.stream()
                .filter(metric -> metric.result() == dev.perfloop.validation.Result.FAIL)
                .findFirst();
        if (worse.isPresent()) {
            return new RollbackProof(
                    Result.NOT_BACK,
                    "Not as before by one measurement: " + worse.get().said()
                            + ". Look what else changed on the target meanwhile, or measure again.");
        }
        return metrics.stream()
                .filter(metric -> metric.request().equals(Profiles.ALL) && metric.metric() == Metric.P95_MS)
                .filter(MetricVerdict::enoughData)
                .findFirst()
                .map(p95 -> new RollbackProof(Result.BACK, "As before: " + p95.said() + "."))
                .orElseGet(() -> new RollbackProof(
                        Result.UNKNOWN, "Whether latency is as before could not be measured: no valid load test."));
    }
}
