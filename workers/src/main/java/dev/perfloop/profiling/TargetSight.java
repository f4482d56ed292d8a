package dev.perfloop.profiling;

import dev.perfloop.profiling.jfr.JmxKnock;
import dev.perfloop.profiling.postgres.RightsRepository.Rights;
import dev.perfloop.profiling.prometheus.MetricsEndpoint;
import dev.perfloop.target.Target;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a target would let a run see, asked without one. */
@Service
public class TargetSight {
    private final TargetStatisticsRepository statistics;
    private final MetricsEndpoint metrics;
    private final JmxKnock jmx;

    TargetSight(TargetStatisticsRepository statistics, MetricsEndpoint metrics, JmxKnock jmx) {
        this.statistics = statistics;
        this.metrics = metrics;
        this.jmx = jmx;
    }

    /**
     * A database that let us in, with what of it stays unseen.
     *
     * @param statements empty when it tells what each statement costs
     * @param statistics empty when it tells what other roles do
     * @param tables empty when every table may be read
     * @param foreignTables those that our role may not index, as it is no member of their owner; the largest ten
     */
    public record Entered(
            String serverVersion,
            Optional<Lack> statements,
            Optional<Lack> statistics,
            Optional<Lack> tables,
            List<String> foreignTables) {}

    /** @throws RuntimeException as {@link dev.perfloop.target.TargetDatabase} does when it does not let us in */
    public Entered database(Target target) {
        Rights rights = statistics.rights(target);
        String role = target.database().user();
        return new Entered(
                rights.serverVersion(),
                DatabaseObservability.statements(rights),
                DatabaseObservability.statistics(rights, role),
                DatabaseObservability.tables(rights, role),
                rights.foreignTables());
    }

    /** True when something answers HTTP at the base URL, whatever it says. */
    public boolean answers(Target target) {
        return metrics.answers(target.baseUrl());
    }

    /** Empty when the service tells its metrics. */
    public Optional<Lack> metrics(Target target) {
        String what = "CPU, memory and connection pool of the service";
        if (target.metrics() == null) {
            return Optional.of(new Lack(
                    what,
                    "the target's file names no metrics endpoint",
                    "Add to the target's file: metrics: { prometheus: <URL> }"));
        }
        return metrics.scrape(target.metrics()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Lack(
                                what,
                                target.metrics() + " does not answer with Prometheus metrics",
                                "Expose it: management.endpoints.web.exposure.include=prometheus, or correct metrics.prometheus"));
    }

    /** Empty when the service's JVM could be recorded. */
    public Optional<Lack> jvm(Target target) {
        return jmx.lacking(target);
    }
}
