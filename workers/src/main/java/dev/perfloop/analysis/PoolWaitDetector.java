package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says when requests wait for a connection of the pool; what the connections are held for is the cause. */
@Component
final class PoolWaitDetector implements Detector {
    static final String POOL_WAIT = "POOL_WAIT";

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        double share = workload.poolWaitMs() / Math.max(1, workload.load().requestMs());
        if (share < 0.1) {
            return Detection.NOTHING;
        }
        return Detection.of(List.of(Finding.observed(
                "pool-wait",
                POOL_WAIT,
                Layer.APPLICATION,
                Math.min(100, 100 * share),
                Confidence.MEDIUM,
                Effort.COMPLEX,
                String.format(
                        Locale.ROOT, "Requests wait for a database connection in %.0f %% of their time", 100 * share),
                Evidence.of(String.format(
                        Locale.ROOT,
                        "%.0f of %.0f connections in use in the mean, %.1f threads waiting. What the connections are held for "
                                + "comes first; a larger pool only moves the queue into the database.",
                        workload.series().mean(Metrics.POOL_ACTIVE_CONNECTIONS).orElse(0),
                        workload.series().mean(Metrics.POOL_MAX_CONNECTIONS).orElse(0),
                        workload.series().mean(Metrics.POOL_PENDING_THREADS).orElse(0))))));
    }
}
