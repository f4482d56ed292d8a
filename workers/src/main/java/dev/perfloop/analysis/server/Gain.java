package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Workload;

/** Estimated reductions of the time all requests take. */
final class Gain {
    private Gain() {}

    /**
     * @param savedMs of the whole profile, at best
     * @param low     share of it that is left at worst, 0 to 1
     */
    static Finding of(Finding finding, Workload workload, double savedMs, double low) {
        double high = 100 * Math.clamp(savedMs / Math.max(1, workload.serviceMs()), 0, 1);
        return finding.gaining(low * high, high);
    }
}
