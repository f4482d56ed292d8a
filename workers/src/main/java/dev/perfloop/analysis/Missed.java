package dev.perfloop.analysis;

/**
 * An objective that does not hold.
 *
 * @param request empty for all requests together
 * @param metric  such as {@code p95}
 */
public record Missed(String request, String metric, double objective, double measured) {

    /** By which share the measured value must come down, 0 to 1; of a throughput, by which share it falls short. */
    public double gapShare() {
        if (metric.equals("throughput")) {
            return objective > 0 && measured >= 0 ? Math.clamp(1 - measured / objective, 0.01, 1) : 1;
        }
        return !(measured > 0) || !Double.isFinite(measured) ? 1 : Math.clamp(1 - objective / measured, 0.01, 1);
    }

    public boolean isLatency() {
        return metric.startsWith("p");
    }
}
