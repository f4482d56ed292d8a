package dev.perfloop.monitoring.source;

import dev.perfloop.monitoring.series.Source;
import dev.perfloop.profiling.Glances;
import dev.perfloop.target.MetricsDoor;
import dev.perfloop.target.Target;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The metrics that a service shows, asked of the service itself. */
@Component
class PrometheusSource implements MetricSource {
    private final MetricsDoor door;
    private final ServiceTelling telling;
    private final Set<String> names;

    PrometheusSource(MetricsDoor door, Glances glances) {
        this.door = door;
        this.telling = new ServiceTelling(glances::service);
        this.names = new TreeSet<>(glances.serviceNames());
        names.addAll(Routes.names());
        names.add(ServiceTelling.STARTED);
    }

    Set<String> names() {
        return names;
    }

    @Override
    public Source source() {
        return Source.PROMETHEUS;
    }

    @Override
    public boolean serves(Target target) {
        return target.metrics() != null;
    }

    @Override
    public Duration every() {
        return Duration.ZERO;
    }

    @Override
    public Told ask(Target target, Instant at) throws SourceSilent {
        if (!(target.metrics() instanceof URI endpoint)) {
            throw new SourceSilent("the target's file names no metrics");
        }
        var told = door.read(endpoint, names)
                .orElseThrow(() -> new SourceSilent(endpoint + " does not answer with metrics within 2 s"));
        if (told.isEmpty()) {
            throw new SourceSilent(endpoint + " answers, but with nothing in the Prometheus text format");
        }
        return telling.told(told, at);
    }
}
