package dev.perfloop.profiling.prometheus;

import dev.perfloop.target.MetricsDoor;
import dev.perfloop.target.PrometheusText.Measurement;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks a service for those of its metrics that we keep a series of. */
@Component
public class MetricsEndpoint {
    private final MetricsDoor door;

    MetricsEndpoint(MetricsDoor door) {
        this.door = door;
    }

    /** The values by our metric names; empty when the endpoint does not answer with metrics in time. */
    public Optional<Map<String, Double>> scrape(URI endpoint) {
        return door.read(endpoint, ServiceMetrics.names()).map(ServiceMetrics::of);
    }

    /** What to ask an endpoint for. */
    public static Set<String> names() {
        return ServiceMetrics.names();
    }

    /** The values by our metric names. */
    public static Map<String, Double> values(List<Measurement> told) {
        return ServiceMetrics.of(told);
    }

    /** True when something answers HTTP there, whatever it says. */
    public boolean answers(URI address) {
        return door.answers(address);
    }
}
