package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.Source.HOST;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.profiling.Glances;
import dev.perfloop.profiling.Glances.Machine;
import dev.perfloop.target.Target;
import dev.perfloop.target.ThisMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The machine, where service or database run on the one that Perfloop runs on. */
@Component
class HostSource implements MetricSource {
    /** Processes come and go with restarts: they are looked for anew this often. */
    private static final Duration FOUND_FOR = Duration.ofMinutes(5);

    private record Found(Machine machine, Instant at) {}

    private final Glances glances;
    private final Map<String, Found> machines = new ConcurrentHashMap<>();

    HostSource(Glances glances) {
        this.glances = glances;
    }

    @Override
    public Source source() {
        return HOST;
    }

    @Override
    public boolean serves(Target target) {
        return ThisMachine.runs(target.baseUrl()) || ThisMachine.runs(target.database());
    }

    @Override
    public Duration every() {
        return Duration.ZERO;
    }

    @Override
    public Told ask(Target target, Instant at) throws SourceSilent {
        var found = machines.get(target.name());
        if (found == null || found.at().plus(FOUND_FOR).isBefore(at)) {
            var machine = glances.machine(target)
                    .orElseThrow(() -> new SourceSilent("the target runs on another machine than Perfloop does"));
            machines.put(target.name(), new Found(machine, at));
        }
        // The one that has counted for a while tells; a new one has counted nothing.
        return Told.ofMoment(Counters.none(at), found == null ? List.of() : measured(found.machine(), at));
    }

    private static List<Measured> measured(Machine machine, Instant at) {
        return machine.look(at).stream()
                .map(sample -> SeriesKey.gauge(HOST, sample.metric(), unit(sample.metric()))
                        .at(sample.value()))
                .toList();
    }

    private static String unit(String metric) {
        if (metric.endsWith("_bytes_per_second")) {
            return "bytes/s";
        }
        if (metric.endsWith("_per_second")) {
            return "1/s";
        }
        String last = metric.substring(metric.lastIndexOf('_') + 1);
        return switch (last) {
            case "share", "bytes", "ms" -> last;
            default -> "1";
        };
    }
}
