package dev.perfloop.load.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Whether server or service were started anew during a test: caches and compiled code of before are gone then. Pure. */
final class Restarts {
    private static final String DATABASE = "Restart of PostgreSQL";
    private static final String SERVICE = "Restart of the service";
    /** The service's clock may differ from ours by so much. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private Restarts() {}

    static Check ofDatabase(List<Reading> readings) {
        List<Instant> starts = Reading.databases(readings)
                .map(DatabaseReading::started)
                .distinct()
                .toList();
        return switch (starts.size()) {
            case 0 -> Check.notLookedAt(DATABASE, "%s", Reading.whyBlind(readings, Reading::database));
            case 1 -> Check.fine(DATABASE, "It ran all the time.");
            default ->
                Check.spoiled(
                        DATABASE,
                        "PostgreSQL was restarted at %s, during the test: let nobody restart it while Perfloop measures.",
                        starts.getLast());
        };
    }

    /**
     * Several instances behind one address answer in turn, each with its own start: only one that lies within the test is a
     * restart.
     */
    static Check ofService(List<Reading> readings) {
        List<ServiceReading> seen = Reading.services(readings).toList();
        if (seen.isEmpty()) {
            return Check.notLookedAt(SERVICE, "%s", Reading.whyBlind(readings, Reading::service));
        }
        List<Instant> starts = seen.stream()
                .map(ServiceReading::started)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (starts.isEmpty()) {
            return Check.notLookedAt(
                    SERVICE, "The service's metrics do not tell process_start_time_seconds: let them.");
        }
        Instant began = readings.getFirst().at();
        return starts.size() > 1 && starts.getLast().isAfter(began.minus(SKEW))
                ? Check.spoiled(
                        SERVICE,
                        "The service was restarted at %s, during the test: let nobody deploy or restart it while Perfloop"
                                + " measures, and see that it does not crash under this load.",
                        starts.getLast())
                : Check.fine(SERVICE, "It ran all the time.");
    }
}
