package dev.perfloop.profiling;

import dev.perfloop.profiling.prometheus.MetricsEndpoint;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetUnavailable;
import org.springframework.stereotype.Service;

/** Finds out what a target lets us see, and says what it does not, with the exact mend. */
@Service
class Observability {
    private final Runs runs;
    private final DatabaseObservability database;
    private final MetricsEndpoint metrics;
    private final BlindSpots blindSpots;

    Observability(Runs runs, DatabaseObservability database, MetricsEndpoint metrics, BlindSpots blindSpots) {
        this.runs = runs;
        this.database = database;
        this.metrics = metrics;
        this.blindSpots = blindSpots;
    }

    void check(RunId run) {
        var target = runs.targetOf(run);
        if (!metrics.answers(target.baseUrl())) {
            throw new TargetUnavailable(
                    "The service does not answer at " + target.baseUrl() + ".",
                    "Start it, or correct baseUrl of the target; then retry.",
                    null);
        }
        database.check(run, target);
        checkService(run, target);
        if (target.objectives().equals(NoObjectives.NONE)) {
            blindSpots.add(
                    run,
                    "whether the service is fast enough",
                    "the target states no objective, so none can be missed and nothing is proposed",
                    "Add to the target's file: objectives: { p95: 200ms }");
        }
    }

    private void checkService(RunId run, Target target) {
        if (target.metrics() == null) {
            blindSpots.add(
                    run,
                    "CPU, memory and connection pool of the service",
                    "the target's file names no metrics endpoint",
                    "Add to the target's file: metrics: { prometheus: <URL> }");
        } else if (metrics.scrape(target.metrics()).isEmpty()) {
            blindSpots.add(
                    run,
                    "CPU, memory and connection pool of the service",
                    target.metrics() + " does not answer with Prometheus metrics",
                    "Expose it: management.endpoints.web.exposure.include=prometheus, or correct metrics.prometheus");
        }
    }
}
