package dev.perfloop.change.guard;

import com.sun.management.OperatingSystemMXBean;
import dev.perfloop.target.MetricsDoor;
import dev.perfloop.target.PrometheusText.Measurement;
import dev.perfloop.target.Target;
import dev.perfloop.target.ThisMachine;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The service's machine by the service's own metrics, the database's where it is this one. */
@Component
class MachineCpu implements TargetCpu {
    /** Micrometer's names; of the machine, and of the service alone where the machine's is not told. */
    private static final List<String> NAMES = List.of("system_cpu_usage", "process_cpu_usage");

    private final MetricsDoor metrics;

    MachineCpu(MetricsDoor metrics) {
        this.metrics = metrics;
    }

    @Override
    public List<Gauge> of(Target target) {
        List<Gauge> gauges = new ArrayList<>();
        if (target.metrics() instanceof URI endpoint) {
            gauges.add(new Service(endpoint));
        }
        if (ThisMachine.runs(target.database())) {
            gauges.add(new Here(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)));
        }
        return gauges;
    }

    private final class Service implements Gauge {
        private final URI endpoint;

        Service(URI endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public String of() {
            return "the service's machine";
        }

        @Override
        public OptionalDouble share() {
            var told = metrics.read(endpoint, Set.copyOf(NAMES)).orElse(List.of());
            return NAMES.stream()
                    .map(name -> told.stream()
                            .filter(it -> it.name().equals(name))
                            .mapToDouble(Measurement::value)
                            // Micrometer says -1 or NaN where the platform does not tell.
                            .filter(value -> value >= 0 && value <= 1)
                            .max())
                    .filter(OptionalDouble::isPresent)
                    .findFirst()
                    .orElse(OptionalDouble.empty());
        }
    }

    private record Here(OperatingSystemMXBean system) implements Gauge {
        @Override
        public String of() {
            return "this machine, where the database runs";
        }

        @Override
        public OptionalDouble share() {
            double load = system.getCpuLoad();
            return load >= 0 && load <= 1 ? OptionalDouble.of(load) : OptionalDouble.empty();
        }
    }
}
