package dev.perfloop.profiling.host;

import dev.perfloop.profiling.Collector;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import dev.perfloop.target.ThisMachine;
import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;
import oshi.SystemInfo;

/** Watches this machine where the target, or its database, runs on it. */
@Component
class HostCollector implements Collector {
    private static final String SUBJECT = "CPU, memory, disk and network of the host";
    private static final int POSTGRES = 5432;

    private final Profiles profiles;
    private final BlindSpots blindSpots;

    HostCollector(Profiles profiles, BlindSpots blindSpots) {
        this.profiles = profiles;
        this.blindSpots = blindSpots;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public Watch begin(RunId run, Target target) {
        var service = target.baseUrl();
        var database = target.database().address();
        boolean serviceHere = ThisMachine.runs(service);
        boolean databaseHere = ThisMachine.runs(database);
        if (!serviceHere && !databaseHere) {
            blindSpots.add(
                    run,
                    SUBJECT,
                    "the target runs on other machines than Perfloop does",
                    "Let its metrics endpoint tell of the host, or run Perfloop's workers there.");
            return new Watch() {
                @Override
                public void sample(Instant at) {}

                @Override
                public void finish() {}
            };
        }
        if (!databaseHere || !serviceHere) {
            blindSpots.add(
                    run,
                    "the host of the " + (serviceHere ? "database" : "service"),
                    "it is another machine than the one Perfloop runs on",
                    "");
        }
        return new HostWatch(
                new SystemInfo(),
                servicePort(target),
                databasePort(target),
                samples -> profiles.save(run, samples),
                facts -> profiles.save(run, facts));
    }

    /** 0 when the service is elsewhere, as is the next. */
    static int servicePort(Target target) {
        var service = target.baseUrl();
        return ThisMachine.runs(service) ? port(service, "https".equals(service.getScheme()) ? 443 : 80) : 0;
    }

    static int databasePort(Target target) {
        return ThisMachine.runs(target.database()) ? port(target.database().address(), POSTGRES) : 0;
    }

    private static int port(URI address, int usual) {
        return address.getPort() < 0 ? usual : address.getPort();
    }
}
