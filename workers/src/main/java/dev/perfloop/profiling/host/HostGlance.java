package dev.perfloop.profiling.host;

import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Sample;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;

/** A look at this machine and at those of its processes that are the target; the first one only begins to count. */
public final class HostGlance {
    private final Machine machine;
    private final @Nullable Group service;
    private final @Nullable Group database;

    private HostGlance(SystemInfo system, int servicePort, int databasePort) {
        machine = new Machine(system.getHardware());
        service = HostWatch.listeningOn(servicePort, system.getOperatingSystem());
        database = HostWatch.listeningOn(databasePort, system.getOperatingSystem());
    }

    /** Empty when neither service nor database run on this machine. */
    public static Optional<HostGlance> of(Target target) {
        int service = HostCollector.servicePort(target);
        int database = HostCollector.databasePort(target);
        return service == 0 && database == 0
                ? Optional.empty()
                : Optional.of(new HostGlance(new SystemInfo(), service, database));
    }

    /** Rates since it was last called. */
    public List<Sample> look(Instant at) {
        List<Sample> samples = new ArrayList<>(machine.sample(at));
        if (service != null) {
            samples.add(new Sample(Metrics.SERVICE_CPU_CORES, at, service.cores()));
        }
        if (database != null) {
            samples.add(new Sample(Metrics.DATABASE_CPU_CORES, at, database.cores()));
        }
        return samples;
    }
}
