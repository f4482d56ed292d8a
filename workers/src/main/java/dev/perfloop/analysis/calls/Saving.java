package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.CallsPerRequest.Request;
import java.util.List;

/**
 * What a request would be spared, as shares, 0 to 1, of the time it takes when driven alone. Under load everything takes
 * longer, the spared part as well, so that the share is carried over.
 *
 * @param highMs the upper end in milliseconds of the request driven alone
 */
record Saving(Request request, double low, double high, double highMs) {
    /** Sentry asks the same of a repeating pattern of spans; below this a change could not be told from noise. */
    private static final double WORTH_SHARE = 0.05;

    /** A request is never mended by more than this: something of it stays. */
    private static final double MOST = 0.95;

    /** Below this nobody would notice, however large the share. */
    private static final double WORTH_MS = 1;

    static Saving of(Request request, double lowMs, double highMs) {
        double all = Math.max(RoundTrip.usualMs(request), RoundTrip.databaseMs(request));
        double high = all <= 0 ? 0 : Math.min(MOST, highMs / all);
        return new Saving(request, Math.min(high, all <= 0 ? 0 : Math.max(0, lowMs) / all), high, highMs);
    }

    boolean isWorthIt() {
        return highMs >= WORTH_MS && middle() >= WORTH_SHARE;
    }

    double middle() {
        return (low + high) / 2;
    }

    double impact(Workload workload) {
        return workload.impactOf(middle() * loadMs(workload), List.of(request.name()));
    }

    Finding gained(Finding finding, Workload workload) {
        double all = Math.max(1, workload.serviceMs());
        return finding.gaining(
                100 * Math.clamp(low * loadMs(workload) / all, 0, 1),
                100 * Math.clamp(high * loadMs(workload) / all, 0, 1));
    }

    /** Time in which requests of the kind were worked on over the whole profile. */
    private double loadMs(Workload workload) {
        return workload.serviceMs(request.name());
    }
}
