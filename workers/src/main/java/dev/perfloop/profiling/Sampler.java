package dev.perfloop.profiling;

import dev.perfloop.profiling.prometheus.MetricsEndpoint;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Takes one sample of everything that is sampled. */
@Component
class Sampler {
    /**
     * @param waits      sessions at work by what they wait for
     * @param statements sessions at work by what they run, where pg_stat_statements does not tell
     */
    record Moment(List<Sample> samples, Map<String, Long> waits, Map<String, Long> statements) {}

    private static final int SAMPLES_A_SCRAPE = 5;

    private final TargetStatisticsRepository statistics;
    private final MetricsEndpoint metrics;
    private final InstantSource clock;

    Sampler(TargetStatisticsRepository statistics, MetricsEndpoint metrics, InstantSource clock) {
        this.statistics = statistics;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param number of samples before this one: the service's metrics are read at every fifth, as reading them costs it time */
    Moment sample(Target target, int number) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Sample> samples = new ArrayList<>();
        var activity = statistics.activity(target);
        samples.add(new Sample(Metrics.ACTIVE_SESSIONS, at, activity.active()));
        samples.add(new Sample(Metrics.RUNNING_SESSIONS, at, activity.running()));
        samples.add(new Sample(Metrics.LOCK_WAITING_SESSIONS, at, activity.waitingForLocks()));
        samples.add(new Sample(Metrics.IDLE_IN_TRANSACTION_SESSIONS, at, activity.idleInTransaction()));
        if (target.metrics() != null && number % SAMPLES_A_SCRAPE == 0) {
            metrics.scrape(target.metrics())
                    .ifPresent(values -> values.forEach((metric, value) -> samples.add(new Sample(metric, at, value))));
        }
        return new Moment(samples, new TreeMap<>(activity.waits()), activity.statements());
    }
}
