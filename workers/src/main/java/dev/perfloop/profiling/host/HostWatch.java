package dev.perfloop.profiling.host;

import dev.perfloop.profiling.Collector;
import dev.perfloop.profiling.HostFacts;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OperatingSystem;

/** The watch on this machine and on those of its processes that are the target. */
final class HostWatch implements Collector.Watch {
    /** Reading costs CPU that the target may want; the counters lose nothing in between. */
    private static final int SAMPLES_A_READING = 5;

    private final Machine machine;
    private final @Nullable Group service;
    private final @Nullable Group database;
    private final Consumer<List<Sample>> series;
    private final Consumer<HostFacts> keep;
    private int sinceReading;
    private Instant latest = Instant.EPOCH;

    /**
     * @param servicePort  0 when the service is elsewhere, as is the next
     */
    HostWatch(
            SystemInfo system,
            int servicePort,
            int databasePort,
            Consumer<List<Sample>> series,
            Consumer<HostFacts> keep) {
        this.machine = new Machine(system.getHardware());
        this.service = listeningOn(servicePort, system.getOperatingSystem());
        this.database = listeningOn(databasePort, system.getOperatingSystem());
        this.series = series;
        this.keep = keep;
    }

    @Override
    public void sample(Instant at) {
        latest = at;
        if (++sinceReading == SAMPLES_A_READING) {
            read(at);
        }
    }

    private void read(Instant at) {
        sinceReading = 0;
        List<Sample> samples = new ArrayList<>(machine.sample(at));
        if (service != null) {
            samples.add(new Sample(Metrics.SERVICE_CPU_CORES, at, service.cores()));
        }
        if (database != null) {
            samples.add(new Sample(Metrics.DATABASE_CPU_CORES, at, database.cores()));
        }
        series.accept(samples);
    }

    @Override
    public void finish() {
        if (sinceReading > 0) {
            read(latest);
        }
        keep.accept(new HostFacts(
                "this machine",
                machine.cores(),
                machine.memoryBytes(),
                service == null ? null : service.facts(),
                database == null ? null : database.facts(),
                true));
    }

    /** Null when nobody we may see listens there. */
    static @Nullable Group listeningOn(int port, OperatingSystem system) {
        if (port == 0) {
            return null;
        }
        return system.getInternetProtocolStats().getConnections().stream()
                .filter(it -> it.getType().startsWith("tcp")
                        && it.getState() == TcpState.LISTEN
                        && it.getLocalPort() == port
                        && it.getowningProcessId() > 0)
                .map(IPConnection::getowningProcessId)
                .findFirst()
                .map(pid -> new Group(system, pid))
                .orElse(null);
    }
}
