package dev.perfloop.profiling;

import dev.perfloop.profiling.postgres.RightsRepository.Rights;
import dev.perfloop.profiling.prometheus.MetricsEndpoint;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetUnavailable;
import java.util.List;
import org.springframework.stereotype.Service;

/** Finds out what a target lets us see, and says what it does not, with the exact mend. */
@Service
class Observability {
    private final Runs runs;
    private final TargetStatisticsRepository statistics;
    private final MetricsEndpoint metrics;
    private final BlindSpots blindSpots;

    Observability(Runs runs, TargetStatisticsRepository statistics, MetricsEndpoint metrics, BlindSpots blindSpots) {
        this.runs = runs;
        this.statistics = statistics;
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
        checkDatabase(run, target);
        checkService(run, target);
        if (target.objectives().equals(NoObjectives.NONE)) {
            blindSpots.add(
                    run,
                    "whether the service is fast enough",
                    "the target states no objective, so none can be missed and nothing is proposed",
                    "Add to the target's file: objectives: { p95: 200ms }");
        }
    }

    private void checkDatabase(RunId run, Target target) {
        Rights rights = statistics.rights(target);
        if (!rights.statementStatistics()) {
            throw TargetStatisticsRepository.extensionMissing();
        }
        String role = target.database().user();
        if (!rights.seesAllStatistics()) {
            blindSpots.add(
                    run,
                    "statements of other roles",
                    "role " + role + " may not read their statistics",
                    "GRANT pg_monitor TO " + role + ";");
        }
        if (!rights.ioTiming()) {
            blindSpots.add(
                    run,
                    "time spent reading and writing blocks",
                    "track_io_timing is off",
                    "ALTER SYSTEM SET track_io_timing = on; SELECT pg_reload_conf();");
        }
        List<String> closed = rights.unreadableTables();
        if (!closed.isEmpty()) {
            blindSpots.add(
                    run,
                    "column statistics and plans on " + String.join(", ", closed),
                    "role " + role + " may not read these tables",
                    "GRANT pg_read_all_data TO " + role + ";");
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
        blindSpots.add(
                run,
                "what the service's threads do (JFR)",
                target.jmx() == null
                        ? "the target's file names no JMX address, and this version does not record JFR yet"
                        : "this version does not record JFR yet",
                "");
    }
}
