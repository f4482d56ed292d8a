package dev.perfloop.profiling;

import dev.perfloop.profiling.host.HostGlance;
import dev.perfloop.profiling.jfr.JvmGlances;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.profiling.prometheus.MetricsEndpoint;
import dev.perfloop.target.JmxAccess;
import dev.perfloop.target.PrometheusText.Measurement;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What can be seen of a target at a moment, without a run, for those who look again and again. */
@Service
public class Glances {
    private final TargetStatisticsRepository statistics;
    private final JvmGlances jvms;

    Glances(TargetStatisticsRepository statistics, JvmGlances jvms) {
        this.statistics = statistics;
        this.jvms = jvms;
    }

    /** A look at a machine that can be repeated: rates are since it was last looked at. */
    public interface Machine {
        List<Sample> look(Instant at);
    }

    /** Names in a service's metrics that {@link #service} knows. */
    public Set<String> serviceNames() {
        return MetricsEndpoint.names();
    }

    /** The values by the names in {@link Metrics}, of those the service tells. */
    public Map<String, Double> service(List<Measurement> told) {
        return MetricsEndpoint.values(told);
    }

    /** Empty when pg_stat_statements does not tell. */
    public Optional<StatementGlance> statements(Target target) {
        return statistics.statements(target);
    }

    /**
     * How statements would be run now, by their ids in pg_stat_statements; those that the planner does not explain are left out.
     *
     * @param ids those that are asked for
     */
    public Map<String, PlanGlance> plans(Target target, List<String> ids) {
        Map<String, PlanGlance> plans = new HashMap<>();
        var known =
                statistics.statements(target).map(StatementGlance::statements).orElse(List.of());
        int version = Integer.parseInt(statistics.settings(target).getOrDefault("server_version_num", "0"));
        for (var statement : known) {
            String id = String.valueOf(statement.queryId());
            if (ids.contains(id) && !plans.containsKey(id)) {
                ExplainableStatement.of(statement.query())
                        .map(text -> statistics.explain(target, text, version))
                        .ifPresent(explained -> {
                            if (explained instanceof Explained.Plan plan) {
                                plans.put(id, PlanGlance.of(plan.json()));
                            }
                        });
            }
        }
        return plans;
    }

    /** @throws JvmSilent when it cannot be reached */
    public JvmGlance jvm(JmxAccess access) throws JvmSilent {
        return jvms.look(access);
    }

    /** Empty when neither service nor database run on this machine. */
    public Optional<Machine> machine(Target target) {
        return HostGlance.of(target).map(glance -> glance::look);
    }
}
