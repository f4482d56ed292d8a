package dev.perfloop.validation;

/** What is compared. Latencies and errors should fall, throughput should not. */
enum Metric {
    P50_MS("p50", 0.50),
    P95_MS("p95", 0.95),
    P99_MS("p99", 0.99),
    THROUGHPUT("throughput", Double.NaN),
    ERROR_RATE("error rate", Double.NaN);

    private final String label;
    private final double share;

    Metric(String label, double share) {
        this.label = label;
        this.share = share;
    }

    /** As a person says it. */
    String label() {
        return label;
    }

    /** Of the responses, those that are not slower; of latencies only. */
    double share() {
        return share;
    }

    double of(Tally tally) {
        return switch (this) {
            case P50_MS, P95_MS, P99_MS -> tally.quantile(share);
            case THROUGHPUT -> tally.throughput();
            case ERROR_RATE -> tally.errorRate();
        };
    }

    boolean isLatency() {
        return this == P50_MS || this == P95_MS || this == P99_MS;
    }

    /**
     * The fewest requests an arm needs for a statement on this metric: ten responses beyond the quantile, so that one
     * outlier does not decide.
     */
    int fewestRequests() {
        return switch (this) {
            case P50_MS, THROUGHPUT, ERROR_RATE -> 50;
            case P95_MS -> 200;
            case P99_MS -> 1000;
        };
    }
}
